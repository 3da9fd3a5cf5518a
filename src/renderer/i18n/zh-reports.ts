/** Chinese for the zones and limits of the leakage audit, which it names in English itself. */
export const zhReports: Readonly<Record<string, string>> = {
  "leakage.zone.single-lowest": "最弱的单个检测器的 AUC",
  "leakage.zone.single-highest": "最强的单个信号的 AUC",
  "leakage.zone.fused-seen": "融合 AUC，学习时见过的原型",
  "leakage.zone.fused-recall": "误报率 1% 时的融合召回率",
  "leakage.zone.lost-on-unseen": "在留出的原型上损失的 AUC",
  "leakage.zone.lost-when-left-out": "学习时去掉某一原型后在其上损失的 AUC，平均",
  "leakage.limit.single": "任何单个原始特征、检测器特征或检测器的 AUC",
  "leakage.limit.unseen": "在留出的原型上的融合 AUC",
  "leakage.name.fusion": "融合",
}
