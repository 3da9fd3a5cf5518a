declare module "seedrandom/lib/tychei.js" {
  export default function tychei(seed: number): { (): number; int32(): number }
}
