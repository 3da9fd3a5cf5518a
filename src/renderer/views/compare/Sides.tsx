/** The two sides: which run, at which threshold, by which definition; and both told apart everywhere by letter and line. */
import { Button, SegmentedControl, Select } from "@mantine/core"
import type { RunEntry } from "../../../api/contract.ts"
import type { Definition } from "../../../core/policy/definition.ts"
import { moveTier } from "../../../core/policy/tiers.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { runName } from "../../names.ts"
import { againstOf, type ComparedSetting } from "../../state/against.ts"
import { OWN_AGAINST } from "../../state/compared-place.ts"
import { useDial } from "../../state/dial.ts"
import { library } from "../../state/library.ts"
import { currentPlace, goTo } from "../../state/location.ts"
import { changed, ownSetting } from "../../state/setting.ts"
import { ownPlaceOf, placeOfSetting } from "../../state/setting-place.ts"
import { useStore } from "../../state/store.ts"
import { DefinitionField } from "./DefinitionField.tsx"
import { SideMark } from "./SideMark.tsx"
import { ThresholdField } from "./ThresholdField.tsx"
import type { LoadedSide, TwoSides } from "./two-sides.ts"

export function Sides({ sides }: { readonly sides: TwoSides }) {
  const dial = useDial()
  const { a, b, tier } = sides
  const idB = b.run.manifest.id
  function setA(change: Partial<ComparedSetting>): void {
    const isSame = a.run.manifest.id === idB
    const { threshold, ...rest } = change
    const setting = { ...a.setting, ...rest }
    const tiers = threshold === undefined ? setting.tiers : moveTier(setting.tiers, tier, threshold)
    const { id, scenario } = a.run.manifest
    goTo({ against: againstOf(isSame ? null : id, { ...setting, tiers }, scenario, tier) })
  }
  return (
    <div className="compare-sides">
      <SideBox
        letter="A"
        side={a}
        sides={sides}
        chooseRun={(id) => goTo({ against: { ...OWN_AGAINST, run: id === idB ? null : id } })}
        setThreshold={(threshold) => setA({ threshold })}
        setDefinition={(definition) => setA({ definition })}
      />
      <Between sides={sides} />
      <SideBox
        letter="B"
        side={b}
        sides={sides}
        chooseRun={(id) => {
          // A keeps its run: by itself it would follow B's.
          const run = id === a.run.manifest.id ? null : a.run.manifest.id
          goTo({
            ...ownPlaceOf(id),
            against: { ...currentPlace().against, run },
          })
        }}
        setThreshold={(threshold) => dial.set({ threshold })}
        setDefinition={(definition) => dial.set({ definition })}
      />
    </div>
  )
}

interface SideBoxProps {
  readonly letter: "A" | "B"
  readonly side: LoadedSide
  readonly sides: TwoSides
  readonly chooseRun: (id: string) => void
  readonly setThreshold: (threshold: number) => void
  readonly setDefinition: (definition: Definition) => void
}

function SideBox({ letter, side, sides, chooseRun, setThreshold, setDefinition }: SideBoxProps) {
  const t = useT()
  const { scenario } = side.run.manifest
  const told = letter === "A" ? t("compare.side.a") : t("compare.side.b")
  return (
    <fieldset className="compare-side" data-testid={`side-${letter.toLowerCase()}`}>
      <legend>
        <SideMark letter={letter} />{" "}
        <Meaning of={t(letter === "A" ? "compare.side.a.meaning" : "compare.side.b.meaning")}>{told}</Meaning>
      </legend>
      <RunField letter={letter} side={side} other={letter === "A" ? sides.b : sides.a} choose={chooseRun} />
      {sides.atFpr === null ? (
        <ThresholdField letter={letter} side={side} sides={sides} choose={setThreshold} />
      ) : null}
      <DefinitionField
        letter={letter}
        definition={side.setting.definition}
        own={scenario.definition}
        other={(letter === "A" ? sides.b : sides.a).setting.definition}
        days={scenario.days}
        choose={setDefinition}
      />
    </fieldset>
  )
}

interface RunFieldProps {
  readonly letter: "A" | "B"
  readonly side: LoadedSide
  readonly other: LoadedSide
  readonly choose: (id: string) => void
}

function RunField({ letter, side, other, choose }: RunFieldProps) {
  const t = useT()
  const format = useFormat()
  const runs = useStore(library).runs ?? []
  const { id } = side.run.manifest
  const option = (run: RunEntry) => ({
    value: run.id,
    label: t("header.runOption", {
      name: runName(run),
      accounts: format.count(run.accounts),
      createdAt: format.shortMoment(run.createdAt),
    }),
  })
  const { populationDigest } = other.run.manifest
  const same = runs.filter((run) => run.populationDigest === populationDigest)
  const others = runs.filter((run) => run.populationDigest !== populationDigest)
  const unlisted = runs.some((run) => run.id === id) ? [] : [{ value: id, label: id }]
  return (
    <Select
      size="xs"
      label={<Meaning of={t("compare.run.meaning")}>{t("header.run")}</Meaning>}
      aria-label={t("compare.run", { side: letter })}
      data={[
        { group: t("compare.run.same"), items: [...unlisted, ...same.map(option)] },
        { group: t("compare.run.others"), items: others.map(option) },
      ].filter(({ items }) => items.length > 0)}
      value={id}
      allowDeselect={false}
      comboboxProps={{ width: 420, position: "bottom-start" }}
      className="compare-run"
      data-testid={`run-${letter.toLowerCase()}`}
      onChange={(next) => next && next !== id && choose(next)}
    />
  )
}

/** What concerns both sides. */
function Between({ sides }: { readonly sides: TwoSides }) {
  const t = useT()
  const format = useFormat()
  function swap(): void {
    const { a, b } = sides
    const [scenarioA, scenarioB] = [a.run.manifest.scenario, b.run.manifest.scenario]
    const isSame = a.run.manifest.id === b.run.manifest.id
    const { tiers, definition } = a.setting
    const setting = changed(ownSetting(scenarioA), {
      tier: sides.tier,
      tiers,
      definition,
      prevalence: sides.prevalence,
    })
    goTo({
      run: a.run.manifest.id,
      ...placeOfSetting(setting, scenarioA),
      against: againstOf(isSame ? null : b.run.manifest.id, b.setting, scenarioB, sides.tier),
    })
  }
  const rates = [0.01, 0.001]
  return (
    <div className="compare-between">
      <Button
        size="compact-xs"
        variant="default"
        // Side A has all of its detectors.
        disabled={sides.b.off.length > 0}
        onClick={swap}
        data-testid="swap"
      >
        {t("compare.swap")}
      </Button>
      <div>
        <Meaning of={t("compare.thresholds.meaning")}>{t("compare.thresholds")}</Meaning>
        <SegmentedControl
          size="xs"
          orientation="vertical"
          aria-label={t("compare.thresholds")}
          value={String(sides.atFpr ?? "")}
          data={[
            { value: "", label: t("compare.thresholds.set") },
            ...[...new Set([...rates, ...(sides.atFpr === null ? [] : [sides.atFpr])])].map((rate) => ({
              value: String(rate),
              label: t("threshold.rateAtMost", { rate: format.tick(rate) }),
            })),
          ]}
          onChange={(value) => goTo({ atFpr: value === "" ? null : Number(value) })}
        />
      </div>
    </div>
  )
}
