// Opens an OpenEXR file, converts it to ACEScg and saves it as OpenEXR with the same samples (half or float).
//
// Argument: the file to open and the file to write, with a semicolon between them, as in
//   fiji --headless -macro Open_convert_to_ACEScg_and_save.ijm "shot.exr;shot_ACEScg.exr"
// Without an argument it asks for a file and writes beside it.

argument = getArgument();
if (argument == "") {
	input = File.openDialog("OpenEXR file to convert");
	output = File.getDirectory(input) + File.getNameWithoutExtension(input) + "_ACEScg.exr";
} else {
	paths = split(argument, ";");
	if (paths.length != 2)
		exit("Give two files as \"input;output\", not \"" + argument + "\"");
	input = paths[0];
	output = paths[1];
}

setBatchMode(true);
run("Open EXR...", "file=[" + input + "]");
run("Convert Color Space...", "to=ACEScg");
run("Save EXR...", "file=[" + output + "] pixels=source");
close("*");
setBatchMode(false);
