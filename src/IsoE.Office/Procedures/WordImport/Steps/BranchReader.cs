using System.Globalization;
using System.Text.RegularExpressions;

namespace IsoE.Office.Procedures.WordImport.Steps;

/// <summary>A way out of a step as a sentence says it.</summary>
/// <param name="Label">The number of the target as written; null when none is given.</param>
/// <param name="Previous">The sentence sends back without saying where to.</param>
internal sealed record BranchReading(bool Passed, string? Label, bool Previous, bool Next, bool Ends, string Sentence);

/// <summary>Finds in a sentence where the dossier goes, in order or not.</summary>
internal static partial class BranchReader
{
    public static IEnumerable<BranchReading> Read(string line)
    {
        foreach (var sentence in Sentences().Split(line).Select(s => s.Trim()).Where(s => s.Length > 0))
        {
            var plain = PlainWords.Of(sentence);
            var targets = Target().Matches(plain);
            var start = 0;
            foreach (Match target in targets)
            {
                var clause = plain[start..(target.Index + target.Length)];
                start = target.Index + target.Length;
                // "theo kết quả bước 3" names a step without going there.
                if (Moves().IsMatch(clause)) yield return Of(clause, target.Groups["number"].Value, sentence);
            }
            if (targets.Count == 0 && Condition().IsMatch(plain) && Fails(plain) && Back().IsMatch(plain))
                yield return new BranchReading(false, null, !Ends(plain), false, Ends(plain), sentence);
        }
    }

    private static BranchReading Of(string clause, string number, string sentence) =>
        number is { Length: > 0 } && char.IsAsciiDigit(number[0])
            ? new BranchReading(!Fails(clause), number.TrimStart('0'), false, false, false, sentence)
            : new BranchReading(!Fails(clause), null, Earlier().IsMatch(number), !Earlier().IsMatch(number), false, sentence);

    private static bool Fails(string clause) => Failure().IsMatch(clause);

    private static bool Ends(string plain) => End().IsMatch(plain);

    internal static int? NumberOf(string? label) => int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<=[.;!?])\s+(?=\S)")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:buoc|b)\s*(?:so\s*|thu\s*)?(?<number>\d{1,2}(?!\d))|\bbuoc (?<number>tiep theo|ke tiep|sau|truoc|truoc do|tren|dau|lien truoc)\b")]
    private static partial Regex Target();

    [GeneratedRegex(@"chuyen|tra lai|tra ve|quay|tro lai|tro ve|sang|thuc hien|tiep tuc|gui|den|lap lai|lam lai")]
    private static partial Regex Moves();

    [GeneratedRegex(@"\bkhong (?!qua|tinh)|\bchua\b|con thieu|tra lai|tra ve|chuyen tra|chuyen lai|gui lai|quay (?:lai|ve|tro)|tro (?:lai|ve)|lam lai|tu choi|\bsai\b|bo sung")]
    private static partial Regex Failure();

    [GeneratedRegex(@"^[-+ ]*(?:neu|truong hop|doi voi (?:truong hop|ho so)|khi ho so|ho so (?:khong|chua|con)|khong dat|chua dat)\b|\bneu (?:khong|chua|ho so|phat hien)\b")]
    private static partial Regex Condition();

    [GeneratedRegex(@"tra lai|tra ve|quay lai|chuyen lai|gui lai|tu choi|bo sung|chinh sua|lam lai|huong dan")]
    private static partial Regex Back();

    [GeneratedRegex(@"tu choi|ket thuc|khong tiep nhan|dung giai quyet")]
    private static partial Regex End();

    [GeneratedRegex(@"truoc|tren|dau")]
    private static partial Regex Earlier();
}
