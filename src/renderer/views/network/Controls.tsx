/** What is drawn: the whole network, a group or the neighbourhood of an account, and which edges. */
import { Button, Checkbox, NumberInput, SegmentedControl, Select, Tooltip } from "@mantine/core"
import { useEffect, useState } from "react"
import { EDGE_KINDS, type EdgeKind, PAIR_DETECTORS } from "../../../core/network/contents.ts"
import { Meaning } from "../../components/Meaning.tsx"
import { useFormat } from "../../format.ts"
import { useT } from "../../i18n/index.ts"
import { useDial } from "../../state/dial.ts"
import { goTo, usePlace } from "../../state/location.ts"
import { LEAST_TOGETHER, MOST_SHOWN } from "../../state/network-place.ts"

export function Controls() {
  const { group, account, steps, least, most } = usePlace()
  const t = useT()
  const format = useFormat()
  return (
    <div className="controls network-controls">
      <Button
        size="xs"
        variant={group === null && account === null ? "light" : "default"}
        aria-pressed={group === null && account === null}
        onClick={() => goTo({ group: null, account: null })}
        data-testid="whole-network"
      >
        {t("network.whole")}
      </Button>
      <AccountField />
      {account === null ? null : (
        <SegmentedControl
          size="xs"
          aria-label={t("network.steps")}
          value={String(steps)}
          onChange={(value) => goTo({ steps: Number(value) })}
          data={([1, 2] as const).map((count) => ({
            value: String(count),
            label: t(`network.step.${count}`),
          }))}
        />
      )}
      <EdgeKinds />
      <span className="controls-together">
        <span className="network-choice">
          <Meaning of={t("network.least.meaning")}>{t("network.least")}</Meaning>
          <Select
            size="xs"
            w={72}
            aria-label={t("network.least")}
            data={LEAST_TOGETHER.map((value) => ({ value: String(value), label: format.count(value) }))}
            value={String(least)}
            allowDeselect={false}
            data-testid="least-select"
            onChange={(value) => value && goTo({ least: Number(value) })}
          />
        </span>
        <span className="network-choice">
          <Meaning of={t("network.most.meaning")}>{t("network.most")}</Meaning>
          <Select
            size="xs"
            w={84}
            aria-label={t("network.most")}
            data={MOST_SHOWN.map((value) => ({ value: String(value), label: format.count(value) }))}
            value={String(most)}
            allowDeselect={false}
            data-testid="most-select"
            onChange={(value) => value && goTo({ most: Number(value) })}
          />
        </span>
      </span>
    </div>
  )
}

/** An account by its number, drawn when it is entered. */
function AccountField() {
  const { accounts } = useDial().run.manifest
  const { account } = usePlace()
  const t = useT()
  const [value, setValue] = useState<number | string>(account ?? "")
  useEffect(() => setValue(account ?? ""), [account])
  const isThere = typeof value === "number" && Number.isInteger(value) && value >= 0 && value < accounts
  return (
    <form
      className="network-choice"
      onSubmit={(event) => {
        event.preventDefault()
        if (isThere) goTo({ account: value, group: null })
      }}
    >
      <NumberInput
        size="xs"
        w={110}
        aria-label={t("network.account")}
        placeholder={t("network.account.placeholder")}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={value}
        onChange={setValue}
        error={value !== "" && !isThere ? t("network.account.range", { last: accounts - 1 }) : undefined}
        data-testid="network-account"
      />
      <Button type="submit" size="xs" variant="default" disabled={!isThere}>
        {t("network.account.draw")}
      </Button>
    </form>
  )
}

function EdgeKinds() {
  const { detectors } = useDial().run.manifest
  const { edges } = usePlace()
  const t = useT()
  const isKept = (kind: EdgeKind) =>
    kind === "follow" || detectors.some(({ id }) => id === PAIR_DETECTORS[kind])
  return (
    <Checkbox.Group
      aria-label={t("network.edges")}
      value={[...edges]}
      onChange={(chosen) => {
        const kinds = EDGE_KINDS.filter((kind) => chosen.includes(kind))
        // Without any edge there is nothing to draw.
        if (kinds.length > 0) goTo({ edges: kinds })
      }}
    >
      <div className="network-kinds">
        {EDGE_KINDS.map((kind) => (
          <Tooltip
            key={kind}
            label={t(isKept(kind) ? `network.edge.${kind}.meaning` : "network.edge.missing")}
            multiline
            w={280}
            withArrow
            openDelay={150}
            refProp="rootRef"
            events={{ hover: true, focus: true, touch: true }}
          >
            <Checkbox size="xs" value={kind} label={t(`network.edge.${kind}`)} disabled={!isKept(kind)} />
          </Tooltip>
        ))}
      </div>
    </Checkbox.Group>
  )
}
