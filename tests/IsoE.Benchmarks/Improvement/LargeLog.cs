using System.Globalization;
using System.Text;

namespace IsoE.Benchmarks.Improvement;

/// <summary>Writes an event log of a given size: cases of eight steps, in a table mixed with one another as days mix them.</summary>
internal static class LargeLog
{
    /// <summary>Cases that are under way at one time.</summary>
    private const int UnderWay = 5_000;

    private static readonly string[] Steps = ["Tiếp nhận hồ sơ", "Kiểm tra thành phần", "Thẩm định hồ sơ", "Lấy ý kiến", "Dự thảo kết quả", "Ký duyệt", "Đóng dấu, vào sổ", "Trả kết quả"];

    private static readonly DateTime Start = new(2020, 1, 2, 8, 0, 0, DateTimeKind.Unspecified);

    /// <returns>Cases and events written.</returns>
    public static (long Cases, long Events) WriteCsv(string path, long bytes)
    {
        using var file = File.Create(path);
        using var writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 20);
        writer.WriteLine("case,activity,complete time,resource,org:group,deadline");
        var random = new Random(1);
        var (started, events) = (0L, 0L);
        var open = new List<(long Number, int Step)>();
        while (file.Position < bytes || open.Count > 0)
        {
            if (open.Count < UnderWay && file.Position < bytes)
            {
                open.Add((started++, 0));
                continue;
            }

            var place = random.Next(open.Count);
            var (number, step) = open[place];
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"H29.150-{number:00000000},\"{Steps[step]}\",{Moment(number, step):yyyy-MM-dd HH:mm:ss},Cán bộ {(number + step) % 40},Phòng {step % 5},{Moment(number, 6):yyyy-MM-dd}"));
            events++;
            if (step + 1 < Steps.Length) open[place] = (number, step + 1);
            else open.RemoveAt(place);
        }

        return (started, events);
    }

    /// <returns>Cases and events written.</returns>
    public static (long Cases, long Events) WriteXes(string path, long bytes)
    {
        using var file = File.Create(path);
        using var writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 20);
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2023\" xmlns=\"http://www.xes-standard.org/\">\n");
        var number = 0L;
        for (; file.Position < bytes; number++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<trace><string key=\"concept:name\" value=\"H29.150-{number:00000000}\"/><date key=\"deadline\" value=\"{Moment(number, 6):s}+07:00\"/>\n"));
            for (var step = 0; step < Steps.Length; step++)
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"<event><string key=\"concept:name\" value=\"{Steps[step]}\"/><date key=\"time:timestamp\" value=\"{Moment(number, step):s}+07:00\"/><string key=\"org:resource\" value=\"Cán bộ {(number + step) % 40}\"/></event>\n"));
            writer.Write("</trace>\n");
        }

        writer.Write("</log>\n");
        return (number, number * Steps.Length);
    }

    private static DateTime Moment(long number, int step) => Start.AddMinutes((number / 3) + (step * (400 + (number % 300))));
}
