// Delivers nothing. Writes invalid UTF-8, and characters that clear a terminal or change the direction of text.
/* global Buffer, process */
process.stdout.write(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x00, 0x07, 0x0d]));
process.stdout.write('\u001B[2J\u001B[31mred\u009B31m\u202Edrawkcab\n');
process.stderr.write('\u001B]0;title\u0007 said on stderr\n');
