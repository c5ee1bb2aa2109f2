using System.Diagnostics;
using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;

namespace IsoE.Benchmarks.Papers;

/// <summary>Receipts a second, and a register of a year with the memory its worker needs.</summary>
internal static class DocumentSpeed
{
    private static readonly DateTimeOffset At = new(2026, 10, 8, 1, 15, 0, TimeSpan.Zero);

    public static async Task Run(bool quick)
    {
        var table = new Table("Documents as PDF/A-2a", "document", "workers", "PDFs", "PDFs/s", "seconds", "KB", "peak MB of a worker");
        foreach (var workers in new[] { 1, 2 })
            await Receipts(table, workers, quick ? 40 : 400);
        await Register(table, quick ? 1_000 : 5_000);
        table.Print();
        Console.WriteLine("The first document of each line starts its worker, which is not counted in.");
    }

    private static async Task Receipts(Table table, int workers, int count)
    {
        await using var typesetter = new Typesetter(new TypesetterOptions { Workers = workers });
        await Parallel.ForAsync(0, workers * 2, async (i, cancel) => await typesetter.Render(Receipt(i).ToJob(At), cancel));
        var bytes = 0L;
        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = workers },
            async (i, cancel) => Interlocked.Add(ref bytes, (await typesetter.Render(Receipt(i).ToJob(At), cancel)).Length));
        var seconds = watch.Elapsed.TotalSeconds;
        table.Add("receipt (form 01)", workers, count, count / seconds, seconds, bytes / count / 1024, typesetter.PeakWorkerMemory >> 20);
    }

    private static async Task Register(Table table, int lines)
    {
        await using var typesetter = new Typesetter(new TypesetterOptions());
        await typesetter.Render(Receipt(0).ToJob(At), CancellationToken.None);
        var (bytes, volumes) = (0L, Book(lines).Volumes());
        var watch = Stopwatch.StartNew();
        foreach (var volume in volumes)
            bytes += (await typesetter.Render(volume.ToJob(At), CancellationToken.None)).Length;
        var seconds = watch.Elapsed.TotalSeconds;
        table.Add(
            FormattableString.Invariant($"register (form 07), {lines:N0} lines"),
            1, volumes.Count, volumes.Count / seconds, seconds, bytes / 1024, typesetter.PeakWorkerMemory >> 20);
    }

    private static Receipt Receipt(int i) => new()
    {
        Head = new("Ủy ban nhân dân phường Hương Trà", "Trung tâm Phục vụ hành chính công", $"{i}/TNHS", "Hương Trà, ngày 08 tháng 10 năm 2026"),
        Counter = "Trung tâm Phục vụ hành chính công phường Hương Trà",
        Code = FormattableString.Invariant($"H57.32.15-261008-{i:0000}"),
        Applicant = new("Nguyễn Thị Huyền Trân", "Số 15, đường Lê Lợi, phường Hương Trà, thành phố Huế", "0905 123 456", "huyentran@example.vn"),
        Request = "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ (1.013225)",
        Components =
        [
            new("Đơn đề nghị cấp giấy phép xây dựng theo mẫu", "Bản chính", "01"),
            new("Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất", "Bản sao chứng thực", "01"),
            new("Bản vẽ thiết kế xây dựng", "Bản chính", "02"),
        ],
        Sets = "01",
        LegalTime = "15 ngày làm việc",
        ReceivedAt = "08 giờ 15 phút, ngày 08 tháng 10 năm 2026",
        PromisedAt = "17 giờ 00 phút, ngày 29 tháng 10 năm 2026",
        ReturnPlace = "Trung tâm Phục vụ hành chính công phường Hương Trà, quầy số 2",
        Fee = "Lệ phí 75.000 đồng (đã nộp, biên lai số 0001234)",
        Book = "02/2026",
        BookLine = FormattableString.Invariant($"{i}"),
        OfficerName = "Trần Văn Đức",
        TrackingAddress = FormattableString.Invariant($"https://hoso.example.vn/tra-cuu/H57.32.15-261008-{i:0000}?k=7rX2kQ9mZp4TvB8s"),
        Paper = "a5",
    };

    private static Register Book(int lines) => new()
    {
        Head = new("UBND phường Hương Trà", "Trung tâm Phục vụ hành chính công", "", ""),
        Period = "Năm 2026",
        Lines = [.. Enumerable.Range(1, lines).Select(Line)],
    };

    private static RegisterLine Line(int i) => new(
        i,
        FormattableString.Invariant($"H57.32.15-261008-{i:0000}"),
        i % 3 == 0 ? "Cấp Giấy xác nhận tình trạng hôn nhân" : "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ",
        "01",
        i % 2 == 0 ? "Công Tằng Tôn Nữ Thị Ngọc Quỳnh" : "Nguyễn Văn Hùng",
        FormattableString.Invariant($"Số {i % 90 + 1}, đường Lê Lợi, tổ {i % 12 + 1}, phường Hương Trà; 0905 {i % 900 + 100} 456"),
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "08/10/2026",
        "29/10/2026",
        i % 4 == 0 ? "" : "28/10/2026",
        "Trực tiếp",
        i % 7 == 0 ? "Đã gia hạn một lần" : "");
}
