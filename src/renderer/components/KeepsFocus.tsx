/**
 * Around a button that gives way to what it begins: where whatever had the focus goes, the focus goes to what came in its
 * place, or to the panel, and not to the top of the page.
 */
import { Component, createRef, type ReactNode } from "react"

export class KeepsFocus extends Component<{ readonly children: ReactNode }> {
  private readonly box = createRef<HTMLDivElement>()

  override getSnapshotBeforeUpdate(): boolean {
    return this.box.current?.contains(document.activeElement) ?? false
  }

  override componentDidUpdate(_props: unknown, _state: unknown, hadFocus: boolean): void {
    const { current: box } = this.box
    if (!hadFocus || box === null || box.querySelector(":focus:not(:disabled)") !== null) return
    const panel = box.closest<HTMLElement>("section")
    if (panel !== null) panel.tabIndex = -1
    const next = box.querySelector<HTMLElement>("button:not(:disabled)") ?? panel
    next?.focus({ preventScroll: true })
  }

  override render() {
    return (
      <div className="keeps-focus" ref={this.box}>
        {this.props.children}
      </div>
    )
  }
}
