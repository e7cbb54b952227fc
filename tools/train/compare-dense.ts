// What course-nano would be with dense layers: node --import tsx tools/train/compare-dense.ts [channels] [steps]
import { argv, cpuUsage, stdout } from 'node:process';
import { courseSizes, learnCourse, lossOnHeldOut } from './learn-course';

const [hidden, steps] = [Number(argv[2] ?? 192), Number(argv[3] ?? 1800)];
const began = cpuUsage().user;
const { decoder, parameters } = learnCourse({ ...courseSizes, hidden }, steps);
const seconds = Math.round((cpuUsage().user - began) / 1e6);
stdout.write(
  `dense, ${hidden} channels: ${parameters.length} weights, ${steps} steps; ` +
    `held out ${lossOnHeldOut(decoder).toFixed(3)} nats a character; ${seconds} s\n`,
);
