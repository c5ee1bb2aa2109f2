using System.Globalization;
using System.Text;

namespace IsoE.Documents.Drawing;

/// <summary>Text of an SVG drawing: numbers to a tenth of a unit, texts escaped.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds mark-up; numbers in it are written with at most one decimal.</summary>
    public Svg Add(FormattableString markup)
    {
        _text.Append(Written(markup)).Append('\n');
        return this;
    }

    private static string Written(FormattableString markup) => string.Format(CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(a => a switch
    {
        double number => Number(number),
        FormattableString inner => Written(inner),
        _ => a,
    })]);

    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' => " ",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    public override string ToString() => _text.ToString();
}
