//! Renders an image with agx-photo once for each line it reads, and answers with the CPU seconds that it took.
//!
//! time-agx-photo PRESET.toml RAW WIDTH HEIGHT [RESULT]
//!
//! RAW holds planes r, g, b of little-endian floats, linear Rec.2020. RESULT, if given, gets the same of one rendering,
//! and nothing is timed.
//! Set RAYON_NUM_THREADS=1 for one thread.

use std::io::{BufRead, Write};

fn cpu_seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // Fills the structure it is given and keeps no reference to it.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let preset = agx::Preset::load_from_file(std::path::Path::new(&arguments[1]))?;
    let bytes = std::fs::read(&arguments[2])?;
    let (width, height): (u32, u32) = (arguments[3].parse()?, arguments[4].parse()?);
    let pixels = width as usize * height as usize;
    let sample = |plane: usize, pixel: usize| {
        let at = 4 * (plane * pixels + pixel);
        f32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
    };
    let image = image::Rgb32FImage::from_fn(width, height, |x, y| {
        let pixel = y as usize * width as usize + x as usize;
        image::Rgb([sample(0, pixel), sample(1, pixel), sample(2, pixel)])
    });
    let mut engine = agx::Engine::new(image);
    engine.apply_preset(&preset);
    if let Some(path) = arguments.get(5) {
        let rendered = engine.render().image;
        let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
        for plane in 0..3 {
            for pixel in rendered.pixels() {
                file.write_all(&pixel[plane].to_le_bytes())?;
            }
        }
        return Ok(file.flush()?);
    }
    for line in std::io::stdin().lock().lines() {
        line?;
        let start = cpu_seconds();
        let rendered = engine.render();
        let seconds = cpu_seconds() - start;
        std::hint::black_box(&rendered);
        println!("{seconds}");
        std::io::stdout().flush()?;
    }
    Ok(())
}
