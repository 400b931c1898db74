// Has the OpenEXR library convert between RGB and luminance/chroma: the witness of reference.py.
//
//   c++ -I/usr/include/OpenEXR -I/usr/include/Imath library.cpp -o library -lOpenEXR-3_1 -lImath-3_1
//   library read IN.exr OUT                         what RgbaInputFile makes of a file
//   library write IN WIDTH HEIGHT LEFT TOP OUT.exr  what RgbaOutputFile writes, without rounding of Y, RY and BY
//
// IN and OUT: R G B A as native halfs, pixel by pixel.
#include <ImfHeader.h>
#include <ImfRgbaFile.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace Imf;
using Imath::Box2i;

static int read (const char* in, const char* out)
{
    RgbaInputFile     file (in);
    const Box2i       window = file.dataWindow ();
    const int         width  = window.max.x - window.min.x + 1;
    std::vector<Rgba> pixels (size_t (width) * (window.max.y - window.min.y + 1));
    file.setFrameBuffer (pixels.data () - window.min.x - ptrdiff_t (window.min.y) * width, 1, width);
    file.readPixels (window.min.y, window.max.y);
    FILE* target = fopen (out, "wb");
    bool  done   = fwrite (pixels.data (), sizeof (Rgba), pixels.size (), target) == pixels.size ();
    return fclose (target) == 0 && done ? 0 : 1;
}

static int write (const char* in, int width, int height, int left, int top, const char* out)
{
    std::vector<Rgba> pixels (size_t (width) * height);
    FILE*             source = fopen (in, "rb");
    if (fread (pixels.data (), sizeof (Rgba), pixels.size (), source) != pixels.size ()) return 1;
    fclose (source);
    const Box2i    window ({left, top}, {left + width - 1, top + height - 1});
    const Header   header (window, window, 1, {0, 0}, 1, INCREASING_Y, NO_COMPRESSION);
    RgbaOutputFile file (out, header, WRITE_YCA);
    file.setYCRounding (10, 10); // all bits of a half
    file.setFrameBuffer (pixels.data () - left - ptrdiff_t (top) * width, 1, width);
    file.writePixels (height);
    return 0;
}

int main (int count, char** words)
{
    if (count == 4 && !strcmp (words[1], "read")) return read (words[2], words[3]);
    if (count == 8 && !strcmp (words[1], "write"))
        return write (words[2], atoi (words[3]), atoi (words[4]), atoi (words[5]), atoi (words[6]), words[7]);
    return 2;
}
