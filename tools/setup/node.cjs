/** Which versions of Node the course runs on. Plain JavaScript, for it is asked before anything is installed. */
"use strict";

const SUPPORTED = [20, 22, 24];

/** Why this version is refused, and what to do; undefined for one that is supported. */
function refusal(version) {
  if (SUPPORTED.includes(Number(version.split(".")[0]))) return undefined;
  const names = `${SUPPORTED.slice(0, -1).join(", ")} or ${SUPPORTED[SUPPORTED.length - 1]}`;
  return (
    `This course runs on Node ${names}; this is Node ${version}.\n` +
    "Install one of these (nodejs.org, your package manager, or nvm) and run the command again."
  );
}

module.exports = { refusal, SUPPORTED };
