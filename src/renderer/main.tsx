/** Starts the page. */
import "@mantine/core/styles.css"
import "./styles.css"
import { MantineProvider } from "@mantine/core"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import "./i18n/index.ts"
import { theme } from "./theme.ts"

const root = document.getElementById("root")
if (!root) throw new Error("index.html has no element with the id root")

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <App />
    </MantineProvider>
  </StrictMode>,
)
