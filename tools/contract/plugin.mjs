import { profileProblems } from './profile.mjs';
import { rules } from './rules.mjs';

const all = { ...rules, 'schema-profile': profileProblems };

/** Our rules as a Redocly plugin; each one judges the whole document. */
export default function plugin() {
  return {
    id: 'e-sewaka',
    rules: {
      oas3: Object.fromEntries(
        Object.entries(all).map(([name, judge]) => [
          name,
          () => ({
            Root: (document, { report, location }) => {
              for (const { message, at } of judge(document)) report({ message, location: location.child(at) });
            },
          }),
        ]),
      ),
    },
  };
}
