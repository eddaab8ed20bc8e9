// Stands for the control plane: tells a running proxy what to do.
// usage: node control.js boarding 'set server passengers/v2 weight 10'
import { connect } from 'node:net';

const [name, command] = process.argv.slice(2);
connect(`run/${name}.sock`).end(`${command}\n`).pipe(process.stdout);
