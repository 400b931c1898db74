// Mixes two light passes of a multi-layer OpenEXR file, the second one at another exposure, changes the exposure of the
// mix and saves it as OpenEXR. All in linear light; nothing is clipped.
//
// Argument: the file to open, the layers of the two passes, the stops of the second pass, the stops of the mix and the
// file to write, with semicolons between them, as in
//   fiji --headless -macro Mix_two_light_passes.ijm "shot.exr;key;fill;-1;0.5;shot_mix.exr"
// Without an argument it asks for all and writes beside the file.

argument = getArgument();
if (argument == "") {
	input = File.openDialog("OpenEXR file with light passes");
	Dialog.create("Mix two light passes");
	Dialog.addString("First layer", "key");
	Dialog.addString("Second layer", "fill");
	Dialog.addNumber("Stops of the second", 0);
	Dialog.addNumber("Stops of the mix", 0);
	Dialog.show();
	first = Dialog.getString();
	second = Dialog.getString();
	secondStops = Dialog.getNumber();
	stops = Dialog.getNumber();
	output = File.getDirectory(input) + File.getNameWithoutExtension(input) + "_mix.exr";
} else {
	words = split(argument, ";");
	if (words.length != 6)
		exit("Give \"input;first layer;second layer;stops of the second;stops of the mix;output\", not \"" + argument + "\"");
	input = words[0];
	first = words[1];
	second = words[2];
	secondStops = words[3];
	stops = words[4];
	output = words[5];
}

setBatchMode(true);
run("Open EXR...", "file=[" + input + "] layer=[" + second + "]");
secondTitle = getTitle();
run("Open EXR...", "file=[" + input + "] layer=[" + first + "]");
// The name of the variable instead of its value: the title may hold any characters.
run("Add Light...", "with=&secondTitle stops=" + secondStops);
run("Exposure...", "stops=" + stops);
run("Save EXR...", "file=[" + output + "] pixels=float");
close("*");
setBatchMode(false);
