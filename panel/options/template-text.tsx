/** A text that may have placeholders such as `{alias}`, each of which stays in one line. */
export const TemplateText = ({ text }: { text: string }) => (
  <>
    {text.split(/(\{\w+\})/).map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        <span key={index} class="placeholder">
          {part}
        </span>
      ),
    )}
  </>
);
