using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IsoE.Documents.Signing.Objects;

namespace IsoE.Documents.Signing;

/// <summary>Where the picture of a signature stands.</summary>
internal sealed partial record SealPlace(PdfPage Page, double Left, double Bottom, double Right, double Top)
{
    /// <summary>Says in a template's text for the blind that the empty picture is kept for a signature.</summary>
    public const string Mark = "Chỗ ký số";

    private const double Margin = 56;
    private const double Gap = 8;

    private double Width => Right - Left;

    private double Middle => (Bottom + Top) / 2;

    /// <summary>A place of that size: where the template keeps one free, otherwise at the foot of the last page.</summary>
    public static SealPlace Choose(PdfFile file, IReadOnlyList<SignatureWidget> signed, SealKind kind, double width, double height)
    {
        var pages = PdfPages.Of(file);
        var taken = signed.Select(signature => Of(file, pages, signature)).OfType<SealPlace>().ToList();
        var kept = pages.SelectMany(page => KeptOn(file, page)).ToList();
        if (kind == SealKind.Organisation && (taken.LastOrDefault() ?? kept.LastOrDefault()) is { } person)
            return Sized(person, person.Left + (person.Width / 3) - width, width, height);
        if (kept.Find(place => !taken.Exists(place.Overlaps)) is { } free)
            return Sized(free, (free.Left + free.Right - width) / 2, width, height);
        return AtFoot(pages[^1], taken, width, height);
    }

    private static SealPlace Sized(SealPlace around, double left, double width, double height)
    {
        var (from, to) = (around.Page.MediaBox[0], around.Page.MediaBox[2] - width);
        left = Math.Clamp(left, from, Math.Max(from, to));
        var bottom = Math.Max(around.Page.MediaBox[1], around.Middle - (height / 2));
        return new SealPlace(around.Page, left, bottom, left + width, bottom + height);
    }

    private static SealPlace AtFoot(PdfPage page, List<SealPlace> taken, double width, double height)
    {
        var box = page.MediaBox;
        for (var bottom = box[1] + Gap; bottom + height < box[3]; bottom += height + Gap)
            for (var left = box[0] + Margin; left + width <= box[2] - Gap; left += width + Gap)
            {
                var place = new SealPlace(page, left, bottom, left + width, bottom + height);
                if (!taken.Exists(place.Overlaps)) return place;
            }

        return new SealPlace(page, box[0] + Gap, box[1] + Gap, box[0] + Gap + width, box[1] + Gap + height);
    }

    private bool Overlaps(SealPlace other) =>
        Page.Reference == other.Page.Reference && Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;

    private static SealPlace? Of(PdfFile file, IReadOnlyList<PdfPage> pages, SignatureWidget signature)
    {
        var page = pages.FirstOrDefault(known => known.Reference == signature.Widget.Raw("P") as PdfReference);
        return page is not null && file.Numbers(signature.Widget.Raw("Rect")) is [var left, var bottom, var right, var top] && right > left
            ? new SealPlace(page, left, bottom, right, top)
            : null;
    }

    /// <summary>The places that the page's template keeps: a picture's outline follows its text for the blind.</summary>
    private static IEnumerable<SealPlace> KeptOn(PdfFile file, PdfPage page)
    {
        if (file.Resolve(page.Dictionary.Raw("Contents")) is not PdfStream stream || Content(file, stream) is not { } content) yield break;
        var mark = "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Mark));
        for (var at = 0; (at = content.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += mark.Length)
        {
            var end = content.IndexOf("EMC", at, StringComparison.Ordinal);
            var corners = Corner().Matches(content[at..(end < 0 ? content.Length : end)]).Select(match => (X: Number(match, 1), Y: Number(match, 2))).ToList();
            if (corners.Count >= 3)
                yield return new SealPlace(page, corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
        }
    }

    private static string? Content(PdfFile file, PdfStream stream)
    {
        try
        {
            return Encoding.Latin1.GetString(file.Unpack(stream));
        }
        catch (PdfUnreadableException)
        {
            // A page packed in a way not read here keeps no place of ours.
            return null;
        }
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+) [ml]\b")]
    private static partial Regex Corner();
}
