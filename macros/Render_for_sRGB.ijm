// Opens an OpenEXR file, renders it for an sRGB display with the ACES 2 output transform and saves an 8-bit PNG.
//
// Argument: the file to open and the file to write, with a semicolon between them, as in
//   fiji --headless -macro Render_for_sRGB.ijm "shot.exr;shot.png"
// Without an argument it asks for a file and writes beside it.

argument = getArgument();
if (argument == "") {
	input = File.openDialog("OpenEXR file to render");
	output = File.getDirectory(input) + File.getNameWithoutExtension(input) + ".png";
} else {
	paths = split(argument, ";");
	if (paths.length != 2)
		exit("Give two files as \"input;output\", not \"" + argument + "\"");
	input = paths[0];
	output = paths[1];
}

setBatchMode(true);
run("Open EXR...", "file=[" + input + "]");
run("ACES Output Transform...", "display=[sRGB - Display] view=[ACES 2.0 - SDR 100 nits (Rec.709)] result=rgb");
saveAs("PNG", output);
close("*");
setBatchMode(false);
