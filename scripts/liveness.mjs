// Which locals still matter at a place of a function: those that are read before they are written again. Sets are the bits of a BigInt.
import { isRow, firstOf } from "./forms.mjs";

/**
 * @param {Map<string, bigint>} bits one for each local
 * @param {(row: any[], env: Map<string, bigint>, after: bigint) => void} visit told of each row what matters at each label around it
 *   and after it; what is told last is right
 */
export function liveness(bits, visit = () => {}) {
  /** What matters before a form, when `after` does after it. */
  function before(form, after, env) {
    if (!Array.isArray(form)) return after;
    const [word, name] = form;
    switch (word) {
      case "local.get": return after | bits.get(name);
      case "local.set": case "local.tee": return before(form[2], after & ~bits.get(name), env);
      case "return": return all(form, 1, 0n, env);
      case "unreachable": return 0n;
      case "br": return all(form, 2, env.get(name), env);
      case "br_if": return all(form, 2, after | env.get(name), env);
      case "br_table": {
        const labels = form.filter((part) => typeof part === "string" && part.startsWith("$"));
        return all(form, 1, labels.reduce((sum, label) => sum | env.get(label), 0n), env);
      }
      case "if": {
        const arms = form.filter((part) => part[0] === "then" || part[0] === "else");
        const reached = arms.reduce((sum, arm) => sum | before(arm, after, env), arms.length < 2 ? after : 0n);
        return before(form.find((part, at) => at && Array.isArray(part) && part[0] !== "result"), reached, env);
      }
      case "loop": {
        if (typeof name !== "string") return row(form, after, env);
        for (let known = 0n; ;) {
          const start = row(form, after, new Map(env).set(name, known));
          if (start === known) return known;
          known |= start;
        }
      }
      default: return isRow(form) ? row(form, after, typeof name === "string" ? new Map(env).set(name, after) : env) : all(form, 1, after, env);
    }
  }

  function all(form, from, after, env) {
    for (let at = form.length - 1; at >= from; at--) after = before(form[at], after, env);
    return after;
  }

  function row(form, after, env) {
    visit(form, env, after);
    return all(form, firstOf(form), after, env);
  }

  return { all, row };
}
