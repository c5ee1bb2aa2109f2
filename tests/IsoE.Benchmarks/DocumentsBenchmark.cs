using System.Diagnostics;
using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;

namespace IsoE.Benchmarks;

/// <summary>Receipts a second, and a register of 5,000 lines in volumes with the worker's peak memory.</summary>
internal static class DocumentsBenchmark
{
    private const int Receipts = 300;
    private const int Lines = 5_000;

    private static readonly DateTimeOffset At = new(2026, 10, 8, 1, 15, 0, TimeSpan.Zero);

    /// <summary>Name and result of each measure; prints nothing.</summary>
    public static async Task<IReadOnlyList<(string Measure, string Result)>> Run(CancellationToken cancel) =>
    [
        ("receipts, 1 worker", await ReceiptRate(1, cancel)),
        ("receipts, 2 workers", await ReceiptRate(2, cancel)),
        ($"register of {Lines} lines", await Register(cancel)),
    ];

    private static async Task<string> ReceiptRate(int workers, CancellationToken cancel)
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { Workers = workers });
        await Task.WhenAll(Enumerable.Range(0, 2 * workers).Select(i => typesetter.Render(Receipt(i).ToJob(At), cancel)));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Receipts).Select(i => typesetter.Render(Receipt(i).ToJob(At), cancel)));
        return $"{Receipts / clock.Elapsed.TotalSeconds:0} PDF/s, peak {typesetter.PeakWorkerMemory >> 20} MB";
    }

    private static async Task<string> Register(CancellationToken cancel)
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { Workers = 1 });
        var volumes = new Register
        {
            Head = new Letterhead("UBND phường Hương Trà", "Trung tâm Phục vụ hành chính công", "", ""),
            Period = "Năm 2026",
            Lines = [.. Enumerable.Range(1, Lines).Select(Line)],
        }.Volumes();
        var clock = Stopwatch.StartNew();
        foreach (var volume in volumes)
            await typesetter.Render(volume.ToJob(At), cancel);
        return $"{clock.Elapsed.TotalSeconds:0.0} s in {volumes.Count} volumes, peak {typesetter.PeakWorkerMemory >> 20} MB";
    }

    private static Receipt Receipt(int i) => new()
    {
        Head = new Letterhead("UBND phường Hương Trà", "Trung tâm Phục vụ hành chính công", $"{i:0000}/TNHS", "Hương Trà, ngày 08 tháng 10 năm 2026"),
        Counter = "Trung tâm Phục vụ hành chính công phường Hương Trà",
        Code = $"H57.32.15-261008-{i:0000}",
        Applicant = new ApplicantLines("Nguyễn Thị Huyền Trân", "Số 15, đường Lê Lợi, phường Hương Trà, thành phố Huế", "0905 123 456", ""),
        Request = "Cấp Giấy xác nhận tình trạng hôn nhân",
        Components = [new("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân", "Bản chính", "01")],
        Sets = "01",
        LegalTime = "03 ngày làm việc",
        ReceivedAt = "08 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        PromisedAt = "17 giờ 00 phút, ngày 13 tháng 10 năm 2026",
        ReturnPlace = "Trung tâm Phục vụ hành chính công phường Hương Trà",
        Fee = "",
        Book = "01/2026",
        BookLine = $"{i}",
        OfficerName = "Trần Văn Đức",
        TrackingAddress = $"https://hoso.example.vn/tra-cuu/H57.32.15-261008-{i:0000}?k=7rX2kQ9mZp4TvB8s",
        Paper = "a5",
    };

    private static RegisterLine Line(int i) => new(
        i, $"H57.32.15-261008-{i:0000}", "Cấp Giấy xác nhận tình trạng hôn nhân", "01", "Nguyễn Thị Huyền Trân",
        $"Số {i}, đường Lê Lợi, phường Hương Trà; 0905 123 456", "Văn phòng HĐND và UBND", "08/10/2026", "13/10/2026", "12/10/2026", "Trực tiếp", "");
}
