// Opens an OpenEXR file and renders it twice with the ACES 2 output transforms: for an sRGB display (8-bit PNG) and for
// Rec.2100-PQ with a peak of 1000 cd/m2 (16-bit PNG). The frame itself stays as it is.
//
// Argument: the file to open, the SDR file and the HDR file to write, with semicolons between them, as in
//   fiji --headless -macro Render_for_SDR_and_HDR.ijm "shot.exr;shot_SDR.png;shot_PQ.png"
// Without an argument it asks for a file and writes beside it.

argument = getArgument();
if (argument == "") {
	input = File.openDialog("OpenEXR file to render");
	base = File.getDirectory(input) + File.getNameWithoutExtension(input);
	sdr = base + "_SDR.png";
	hdr = base + "_PQ.png";
} else {
	paths = split(argument, ";");
	if (paths.length != 3)
		exit("Give three files as \"input;SDR output;HDR output\", not \"" + argument + "\"");
	input = paths[0];
	sdr = paths[1];
	hdr = paths[2];
}

setBatchMode(true);
run("Open EXR...", "file=[" + input + "]");
frame = getImageID();
run("ACES Output Transform...", "display=[sRGB - Display] view=[ACES 2.0 - SDR 100 nits (Rec.709)] result=rgb");
saveAs("PNG", sdr);

selectImage(frame);
run("ACES Output Transform...", "display=[Rec.2100-PQ - Display] view=[ACES 2.0 - HDR 1000 nits (Rec.2020)] result=16-bit");
// ImageJ's own PNG takes one channel of 16 bits only.
run("Save PNG...", "file=[" + hdr + "]");
close("*");
setBatchMode(false);
