using System.Globalization;
using System.Text;

namespace IsoE.Office.Tests.Improvement;

/// <summary>A made-up log of the size and shape of a city's permits: 1,434 cases, 8,577 events, some of them late.</summary>
internal static class PermitLog
{
    public const int Cases = 1434;
    public const int Events = 8577;

    private static readonly string[] Usual = ["Confirm receipt", "Check confirmation", "Decide on advice", "Determine confirmation", "Send confirmation", "Decide to stop"];
    private static readonly string[] Rare = ["Adjust confirmation", "Draft internal advice", "Ask external advice"];

    /// <param name="shuffled">Whether the rows stand in no order, as some systems give them.</param>
    /// <returns>The table, and how many cases ended by their deadline.</returns>
    public static (string Text, int OnTime) Table(bool shuffled = false, char separator = ',')
    {
        var random = new Random(20261126);
        var rows = new List<string>();
        var onTime = 0;
        for (var number = 0; number < Cases; number++)
        {
            var at = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(7)).AddMinutes(number * 97);
            var deadline = at.AddDays(number % 7 == 0 ? 2 : 20);
            var last = at;
            foreach (var activity in Activities(number, random))
            {
                var start = last.AddMinutes(random.Next(5, 900));
                last = start.AddMinutes(random.Next(2, 120));
                rows.Add(string.Join(separator, $"case-{10000 + number}", activity, Written(start), Written(last), $"Resource{random.Next(1, 40)}", Written(deadline)));
            }

            if (last <= deadline) onTime++;
        }

        if (shuffled) random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        return (string.Join("\r\n", rows.Prepend(string.Join(separator, "case", "activity", "start time", "complete time", "resource", "deadline"))), onTime);
    }

    public static MemoryStream Stream(string text, Encoding? encoding = null) => new((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    private static List<string> Activities(int number, Random random)
    {
        var activities = Usual.ToList();
        // 1,434 times six is 27 events more than wanted: some cases are cut short, as many as others are longer.
        if (number < 127) activities.RemoveAt(activities.Count - 1);
        else if (number < 227) activities.Insert(random.Next(2, 5), Rare[random.Next(Rare.Length)]);
        return activities;
    }

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture);
}
