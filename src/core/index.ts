/**
 * The science, as a table of contents. Pure TypeScript: the same scenario and seed yield the same bits in a
 * terminal, a server, a window or a browser.
 */

// One account in full.
export * from "./account-detail.ts"
export { assembleRun } from "./assemble.ts"
export { detectEvidence } from "./detection/detect-evidence.ts"
// Detection: the contract, the detectors, and running them over evidence of any origin.
export * from "./detection/detector.ts"
export { fuse, learnFusion } from "./detection/fusion/fusion.ts"
export { detectorsNamed } from "./detection/registry.ts"
// What can go wrong, and whose fault it is.
export * from "./errors.ts"
// What a run will take, before it is run.
export { type Estimate, estimateRun } from "./estimate.ts"
// Evaluation: what a threshold does, and how sure we are.
export * from "./evaluation/index.ts"
// Evidence: all that a detector may see.
export * from "./evidence/evidence.ts"
export { inspectAccount, openInspection } from "./inspection.ts"
export { runMainLine, siblingOf } from "./pipeline.ts"
// Policy: the definition that turns truth into labels.
export * from "./policy/definition.ts"
// Populations: who there is, and what a tile of them posted and did.
export { ARCHETYPES } from "./population/archetypes/index.ts"
export { buildWorld } from "./population/populate.ts"
export { generateTile } from "./population/tile.ts"
export type { Truth } from "./population/truth.ts"
// Named, seeded streams and what is drawn from them.
export { type Random, stage, stream } from "./random/streams.ts"
// Realism: a population against published figures, against a log, and what gives it away.
export { againstReport } from "./realism/against.ts"
export { leakageReport } from "./realism/leakage.ts"
export { realismReport } from "./realism/report.ts"
export { type RunReport, reportOf } from "./report.ts"
// Rounds: operators who adapt to what was caught, and a platform that learns again.
export * from "./rounds/index.ts"
// What a run is, and the main line that makes one.
export * from "./run.ts"
// A few accounts of an archetype, to see what it is like.
export { type ArchetypeSample, sampleArchetype } from "./samples.ts"
// A fusion kept to be used elsewhere, and why a fusion works.
export { modelOf, parseModel, type SavedModel } from "./saved-model.ts"
// A scenario: one schema for types, defaults, ranges and the JSON Schema.
export { checkText, type LocatedProblem } from "./scenario/check.ts"
export { scenarioJsonSchema } from "./scenario/json-schema.ts"
export { parseScenario } from "./scenario/parse.ts"
export { type Scenario, scenarioSchema } from "./scenario/schema.ts"
export { writeScenario } from "./scenario/write.ts"
export { simulate } from "./simulate.ts"
export { type WhyReport, whyReport } from "./why.ts"
