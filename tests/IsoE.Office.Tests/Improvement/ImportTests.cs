using System.Text;
using IsoE.Office.Improvement;
using IsoE.Office.Improvement.Import;
using IsoE.Office.Storage;
using IsoE.Office.Tests.Dossiers;
using IsoE.Workflows;
using IsoE.Workflows.Logs;
using IsoE.Workflows.Logs.Conformance;
using IsoE.Workflows.Logs.Mining;

namespace IsoE.Office.Tests.Improvement;

public sealed class ImportTests
{
    private DossierBed _bed = null!;

    [SetUp]
    public async Task Start() => _bed = await DossierBed.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await _bed.DisposeAsync();

    [Test]
    public async Task A_table_of_permits_gives_its_on_time_rate_and_its_map([Values] bool shuffled)
    {
        var (text, onTime) = PermitLog.Table(shuffled);

        var log = await Import(PermitLog.Stream(text), "permits.csv");

        Assert.That((log.Cases, log.Events), Is.EqualTo((PermitLog.Cases, PermitLog.Events)));
        Assert.That((log.Promised, log.OnTime), Is.EqualTo((PermitLog.Cases, onTime)));
        Assert.That(log.OnTimeShare, Is.InRange(0.5m, 0.99m));
        var map = await _bed.Run<MineMap, ProcessMap>(async mine => await mine.Imported(await _bed.As("qmr"), log.Id, default));
        Assert.That(map.Nodes.Take(6).Select(node => node.Activity), Has.Member("Confirm receipt"));
        Assert.That((map.Nodes.Sum(node => node.Count), map.Nodes.Sum(node => node.Starts)), Is.EqualTo((PermitLog.Events, PermitLog.Cases)));
        Assert.That(map.Nodes.All(node => node.MedianMinutes is >= 2 and < 120), Is.True);
        Assert.That(log.ReadNotes().Log, Is.EqualTo(new LogNotes { UnorderedCases = shuffled ? log.ReadNotes().Log.UnorderedCases : 0 }));
        Assert.That(log.ReadNotes().Log.UnorderedCases > 0, Is.EqualTo(shuffled));
    }

    [TestCase("case:concept:name,concept:name,time:timestamp,case:deadline,org:resource,case:enddate,lifecycle:transition", "case:concept:name|concept:name|time:timestamp||org:resource|case:deadline|case:enddate")]
    [TestCase("case,activity,start time,complete time,resource,deadline", "case|activity|complete time|start time|resource|deadline|")]
    [TestCase("Mã hồ sơ;Tên bước;Thời điểm bắt đầu;Thời điểm hoàn thành;Cán bộ;Hẹn trả", "Mã hồ sơ|Tên bước|Thời điểm hoàn thành|Thời điểm bắt đầu|Cán bộ|Hẹn trả|")]
    [TestCase("Case ID\tActivity\tComplete Timestamp\tVariant", "Case ID|Activity|Complete Timestamp||||")]
    public async Task The_columns_are_guessed_from_their_headings(string headings, string guess)
    {
        var row = await Bring(PermitLog.Stream($"{headings}\n{string.Join(headings.Contains('\t') ? '\t' : headings.Contains(';') ? ';' : ',', headings.Split(',', ';', '\t').Select(_ => "1"))}"), "log.csv");

        var columns = row.ReadColumns()!;

        Assert.That(
            string.Join('|', columns.Case, columns.Activity, columns.At, columns.StartedAt, columns.Resource, columns.DeadlineAt, columns.EndedAt),
            Is.EqualTo(guess));
    }

    [Test]
    public async Task Dates_are_day_first_in_the_time_of_the_agency_and_a_deadline_without_time_lasts_all_day()
    {
        const string Text = "Mã hồ sơ;Bước;Hoàn thành;Hẹn trả\n1;Kiểm tra;05/11/2026 09:30;06/11/2026\n1;Ký duyệt;06/11/2026 16:59:30;06/11/2026\n2;Kiểm tra;07/11/2026;06/11/2026\n";

        var log = await Import(PermitLog.Stream(Text), "hồ sơ.csv");

        Assert.That((log.FirstAt, log.Promised, log.OnTime), Is.EqualTo((new DateTimeOffset(2026, 11, 5, 2, 30, 0, TimeSpan.Zero), 2, 1)));
    }

    [Test]
    public async Task Old_and_marked_encodings_are_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "Mã hồ sơ,Bước,Hoàn thành\n1,Tiếp nhận,2026-11-05 09:30\n";
        // The code page writes tones as letters of their own.
        var old = Text.Replace("ồ", "ô\u0300", StringComparison.Ordinal).Replace("ế", "ê\u0301", StringComparison.Ordinal).Replace("ậ", "â\u0323", StringComparison.Ordinal)
            .Replace("ớ", "ơ\u0301", StringComparison.Ordinal).Replace("ã", "a\u0303", StringComparison.Ordinal).Replace("à", "a\u0300", StringComparison.Ordinal);
        byte[][] files = [[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], Encoding.GetEncoding(1258).GetBytes(old)];

        foreach (var bytes in files)
            Assert.That((await Import(new MemoryStream(bytes), "log.csv")).ReadMap()!.Nodes.Single().Activity, Is.EqualTo("Tiếp nhận"));
    }

    [Test]
    public async Task Rows_that_say_nothing_are_counted_and_named_and_a_table_of_them_is_refused()
    {
        var good = string.Concat(Enumerable.Range(1, 30).Select(i => $"{i},a,2026-11-05 09:30\n"));
        var log = await Import(PermitLog.Stream($"case,activity,time\n{good},b,2026-11-05 09:30\n2,,2026-11-05 09:30\n3,c,hôm qua\n"), "log.csv");
        var refused = await Assert.ThrowsAsync<RejectedException>(() => Import(PermitLog.Stream("case,activity,time\n1,a,hôm qua\n2,b,2026-11-05 09:30\n"), "log.csv"));

        Assert.That((log.Events, log.ReadNotes().Unread.Count), Is.EqualTo((30, 3)));
        Assert.That(log.ReadNotes().Unread.First[^1].En, Is.EqualTo("Line 34: “hôm qua” is not a moment."));
        Assert.That((refused.Code, refused.Reason.En), Is.EqualTo(("log-unreadable", "1 of 2 rows cannot be read. Line 2: “hôm qua” is not a moment. Check the columns, the order of dates and the encoding chosen.")));
    }

    [TestCase("", "log-empty")]
    [TestCase("case,activity,time\n", "log-empty")]
    [TestCase("name,what\n1,2\n", "log-column-missing")]
    [TestCase("case,activity,time\n1,\"a,2026-11-05\n", "log-empty|log-unreadable")]
    [TestCase("<log><trace></log>", "log-malformed")]
    [TestCase("<!DOCTYPE x><log/>", "log-malformed")]
    public async Task What_is_no_log_is_refused_in_words(string text, string codes)
    {
        var refused = await Assert.ThrowsAsync<RejectedException>(() => Import(PermitLog.Stream(text), "log.csv"));

        Assert.That(codes.Split('|'), Has.Member(refused.Code));
    }

    [Test]
    public async Task A_quotation_mark_that_never_closes_is_refused_before_it_fills_the_memory()
    {
        var refused = await Assert.ThrowsAsync<RejectedException>(() => Import(PermitLog.Stream($"case,activity,time\n1,\"{new string('x', 400_000)}"), "log.csv"));

        Assert.That(refused.Code, Is.EqualTo("log-malformed"));
    }

    [Test]
    public async Task A_log_waits_as_it_was_when_it_could_not_be_read_and_can_be_read_with_other_columns()
    {
        var row = await Bring(PermitLog.Stream("id,what,when\n1,a,2026-11-05 09:30\n"), "log.csv");
        var actor = await _bed.As("qmr");
        await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<ReadLog, ImportedLogRow>(read => read.Run(actor, row.Id, null, default)));

        var read = await _bed.Run<ReadLog, ImportedLogRow>(read => read.Run(actor, row.Id, row.ReadColumns()! with { Case = "id", Activity = "what", At = "when" }, default));

        Assert.That((read.IsRead, read.Events), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task Only_who_manages_quality_brings_logs()
    {
        var actor = await _bed.As("specialist");

        var refused = await Assert.ThrowsAsync<RejectedException>(() => _bed.Run<BringLog, ImportedLogRow>(bring => bring.Run(actor, PermitLog.Stream("a"), "a.csv", null, default)));

        Assert.That(refused.Code, Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task A_table_much_larger_than_its_parts_is_read_in_bounded_memory()
    {
        // 60 MB in 15 parts, the rows of each case far apart.
        await using var office = new PermitRows(600_000, cases: 60_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var watch = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 20);

        var log = await Import(office, "large.csv");

        Assert.That((log.Cases, log.Events), Is.EqualTo((60_000, 600_000)));
        Assert.That((most - before) / 1024 / 1024, Is.LessThan(160), "MB at most");
    }

    [Test]
    public async Task The_activities_of_an_imported_log_can_stand_for_the_steps_of_a_procedure()
    {
        var version = await _bed.Run<Office.Procedures.ProcedureLibrary, Office.Procedures.ProcedureVersion>(library => Task.FromResult(library.All.First(each => each.Code == "1.001612")));
        var log = await Import(PermitLog.Stream("case,activity,time\n1,Appraisal,2026-11-05 09:30\n1,Signature,2026-11-05 10:30\n1,Phone call,2026-11-05 10:40\n1,Number,2026-11-05 11:30\n2,Signature,2026-11-05 10:30\n2,Number,2026-11-05 11:30\n"), "log.csv");
        var actor = await _bed.As("qmr");
        await _bed.Run<CheckConformance>(check => check.SaySteps(
            actor, log.Id, version, new Dictionary<string, string?> { ["Appraisal"] = "appraise", ["Signature"] = "sign", ["Number"] = "issue", ["Phone call"] = "" }, default));

        var conformance = await _bed.Run<CheckConformance, Conformance>(check => check.Imported(actor, log.Id, default));

        Assert.That((conformance.Cases, conformance.Fitting, conformance.LeftOut), Is.EqualTo((2, 1, 1)));
        Assert.That(conformance.Deviations.Single().Deviation, Is.EqualTo(new Deviation(DeviationKind.Skipped, "appraise")));
        Assert.That(conformance.Deviations.Single().Cases, Is.EqualTo(new[] { "2" }));
    }

    private async Task<ImportedLogRow> Bring(Stream content, string name)
    {
        var actor = await _bed.As("qmr");
        return await _bed.Run<BringLog, ImportedLogRow>(bring => bring.Run(actor, content, name, null, default));
    }

    private async Task<ImportedLogRow> Import(Stream content, string name)
    {
        var row = await Bring(content, name);
        var actor = await _bed.As("qmr");
        return await _bed.Run<ReadLog, ImportedLogRow>(read => read.Run(actor, row.Id, null, default));
    }

    /// <summary>Rows made while they are read: row after row of another case.</summary>
    private sealed class PermitRows(int rows, int cases) : Stream
    {
        private int _row = -1;
        private ReadOnlyMemory<byte> _rest;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_rest.IsEmpty && _row < rows)
            {
                var text = new StringBuilder();
                for (var i = 0; i < 200 && _row < rows; i++, _row++)
                    text.Append(_row < 0 ? "case,activity,time,resource,note\n" : FormattableString.Invariant($"case-{_row % cases:000000},Step {_row / cases},2026-11-{1 + (_row / cases):00} 09:{_row % 60:00}:00,Resource{_row % 37},{new string('n', 40)}\n"));
                _rest = Encoding.UTF8.GetBytes(text.ToString());
            }

            var taken = Math.Min(count, _rest.Length);
            _rest[..taken].CopyTo(buffer.AsMemory(offset));
            _rest = _rest[taken..];
            return taken;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
