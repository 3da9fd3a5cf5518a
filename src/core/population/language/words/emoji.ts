/** Emoji of all languages, the most used first. */
export const EMOJI =
  "😂|❤️|😭|✨|🥰|👍|😍|🔥|🥹|💕|🤣|😊|🎉|🙏|😅|🌟|💪|😋|👀|🌸|😘|💯|🤩|☀️|🫶|😆|🌈|🍀|🎀|😌|☕|📸|🐱|🌙|🍓|🤍|💛|😴|🙈|🫠|🍰|🌿|⭐|🏃|🎁|👏|🥳|💡|📌|✅"
