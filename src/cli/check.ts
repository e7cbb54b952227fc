import { writeFileSync } from 'node:fs';
import { HumanError, systemReason } from '../host/human-error';
import { aFewAtOnce } from '../session/a-few-at-once';
import { type CheckedFile, checkedFile } from '../session/checked-file';
import { examine } from '../session/examine';
import { mendFiles } from '../session/mend-files';
import { type NamedFile, openSession, type Session } from '../session/session';
import { oneOf, readArguments, usage } from './arguments';
import { checkSettingsFiles } from './check-settings-files';
import { holdsCourseText } from './holds-course-text';
import { interruptibly } from './interrupted';
import { startProgress } from './progress';
import { type CheckReport, formatReport, type ReportFormat, reportFormats } from './report';
import { say } from './say';

/** `coursewright check`: what the editor would underline, for people, scripts and continuous integration. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    fix: { type: 'boolean', default: false },
    'max-warnings': { type: 'string' },
    report: { type: 'string', multiple: true, default: [] },
    config: { type: 'string' },
    'stdin-path': { type: 'string' },
    'no-cache': { type: 'boolean', default: false },
  });
  const format = oneOf('--format', values.format, reportFormats);
  const reports = values.report.map(reportFile);
  const maxWarnings = values['max-warnings'] === undefined ? Number.POSITIVE_INFINITY : Number(values['max-warnings']);
  if (!/^\d+$/.test(values['max-warnings'] ?? '0'))
    throw new HumanError(`--max-warnings is a whole number\n\n${usage}`);

  const session = await openSession(positionals, {
    config: values.config,
    stdinPath: values['stdin-path'],
    verdicts: values['no-cache'] ? 'fresh' : 'remembered',
  });
  try {
    const report = await interruptibly(async (signal) => {
      await session.loadCourses(signal);
      return checkAll(session, values.fix, signal);
    });
    for (const one of reports) await session.orComplain(() => writeReport(report, one));
    await say(formatReport(report, format), format === 'github' ? 'commands' : 'words');
    if (session.incomplete) return 2;
    return report.summary.errors > 0 || report.summary.warnings > maxWarnings ? 1 : 0;
  } finally {
    await session.dispose();
  }
}

/** A report that goes to a file beside the answer. */
interface ReportFile {
  readonly format: ReportFormat;
  readonly path: string;
}

function reportFile(option: string): ReportFile {
  const [, format, path] = /^([^=]*)=(.+)$/s.exec(option) ?? [];
  if (path === undefined) throw new HumanError(`--report is FORMAT=FILE; '${option}' is not\n\n${usage}`);
  return { format: oneOf('--report', format, reportFormats), path };
}

function writeReport(report: CheckReport, { format, path }: ReportFile): void {
  try {
    writeFileSync(path, formatReport(report, format));
  } catch (error) {
    throw new HumanError(`${path}: cannot be written: ${systemReason(error)}`);
  }
}

/** So many that every thread has diagrams waiting while the texts of the next files are read. */
const filesAtOnce = 16;

async function checkAll(session: Session, fix: boolean, signal: AbortSignal): Promise<CheckReport> {
  const progress = startProgress('Checking', session.files.length);
  const checked = await aFewAtOnce(session.files, filesAtOnce, async (file) => {
    signal.throwIfAborted();
    const done = await checkOne(session, file);
    progress.step();
    return done;
  }).finally(progress.end);
  const found = checked.filter((file) => file !== undefined);
  const settings = await checkSettingsFiles(session);
  return reportOf([...settings, ...(fix ? await mendFiles(session, found, signal) : found)]);
}

async function checkOne(session: Session, file: NamedFile): Promise<CheckedFile | undefined> {
  const document = (await session.service.document(file.uri))!;
  const checked = checkedFile(file, await examine(session.service, file));
  if (!file.explicit && !holdsCourseText(document) && checked.diagnostics.length === 0) return undefined;
  session.letGo(file);
  return checked;
}

function reportOf(files: readonly CheckedFile[]): CheckReport {
  const count = (severity: string) =>
    files.reduce((sum, file) => sum + file.diagnostics.filter((found) => found.severity === severity).length, 0);
  return {
    files,
    summary: {
      files: files.length,
      diagrams: files.reduce((sum, file) => sum + file.diagrams, 0),
      errors: count('error'),
      warnings: count('warning'),
      fixed: files.reduce((sum, file) => sum + file.fixed, 0),
    },
  };
}
