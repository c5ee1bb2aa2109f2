using System.Text;
using System.Xml.Linq;
using IsoE.Workflows.Logs;

namespace IsoE.Workflows.Tests.Logs;

public sealed class XesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly LogCase Permit = new("H29.150-261102-0001",
    [
        new LogEvent("appraise", Monday.AddHours(2)) { StartedAt = Monday.AddHours(1), Resource = "Đặng Quốc Bảo", Role = "specialist", Group = "economy", DueAt = Monday.AddHours(4) },
        new LogEvent("sign", Monday.AddHours(3)) { Resource = "Lê & <Trần>", Attributes = new Dictionary<string, string> { ["outcome"] = "Signed" } },
    ])
    {
        DeadlineAt = Monday.AddDays(3),
        EndedAt = Monday.AddHours(3),
        Attributes = new Dictionary<string, string> { ["procedure"] = "1.001612" },
    };

    [Test]
    public void What_is_written_is_read_back()
    {
        var intake = new LogIntake();

        var read = XesReader.Read(Written(Permit, Permit with { Id = "2", IsOpen = true, EndedAt = null }), intake).ToList();

        Assert.That(read[0] with { Events = [], Attributes = Permit.Attributes }, Is.EqualTo(Permit with { Events = [], Attributes = Permit.Attributes }));
        Assert.That(read[0].Events.Select(done => done with { Attributes = LogNone }), Is.EqualTo(Permit.Events.Select(done => done with { Attributes = LogNone })));
        Assert.That(read[0].Events[1].Attributes, Is.EqualTo(Permit.Events[1].Attributes));
        Assert.That((read[0].Attributes["procedure"], read[0].IsOnTime, read[1].IsOnTime), Is.EqualTo(("1.001612", (bool?)true, (bool?)null)));
        Assert.That(intake.Notes, Is.EqualTo(new LogNotes()));
    }

    [Test]
    public void The_log_declares_the_four_extensions_and_gives_each_event_its_lifecycle()
    {
        XNamespace xes = "http://www.xes-standard.org/";
        var log = XDocument.Load(Written(Permit)).Root!;

        Assert.That(log.Elements(xes + "extension").Select(each => (string?)each.Attribute("prefix")), Is.EqualTo(new[] { "concept", "lifecycle", "org", "time" }));
        Assert.That(
            log.Descendants(xes + "string").Where(each => (string?)each.Attribute("key") == "lifecycle:transition").Select(each => (string?)each.Attribute("value")),
            Is.EqualTo(new[] { "start", "complete", "complete" }));
    }

    [Test]
    public void Characters_that_XML_has_no_place_for_are_marked_and_nothing_else_changes()
    {
        var odd = Permit with { Id = "a\u0000b\uD800c😀" };

        Assert.That(XesReader.Read(Written(odd), new LogIntake()).Single().Id, Is.EqualTo("a\uFFFDb\uFFFDc😀"));
    }

    [Test]
    public void Events_out_of_order_and_twice_are_set_right_and_counted()
    {
        var intake = new LogIntake();
        var log = Log(Trace("1", Event("b", "2026-11-02T10:00:00Z"), Event("a", "2026-11-02T09:00:00Z"), Event("b", "2026-11-02T10:00:00Z"), Event("c", "2026-11-02T11:00:00Z", "schedule")));

        var read = XesReader.Read(log, intake).Single();

        Assert.That(read.Events.Select(done => done.Activity), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(intake.Notes, Is.EqualTo(new LogNotes { UnorderedCases = 1, Duplicates = 1, OtherTransitions = 1 }));
    }

    [TestCase("<!DOCTYPE log [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><log><trace/></log>", "log-malformed")]
    [TestCase("<!DOCTYPE log SYSTEM \"file:///etc/passwd\"><log><trace/></log>", "log-malformed")]
    [TestCase("<log><trace>", "log-malformed")]
    [TestCase("<html/>", "log-malformed")]
    [TestCase("", "log-malformed")]
    [TestCase("<log></log>", "log-empty")]
    [TestCase("<log><trace><event><string key=\"concept:name\" value=\"a\"/></event></trace></log>", "log-no-time")]
    [TestCase("<log><trace><event><date key=\"time:timestamp\" value=\"2026-01-01T00:00:00Z\"/></event></trace></log>", "log-no-activity")]
    [TestCase("<log><trace><event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"hôm qua\"/></event></trace></log>", "log-malformed")]
    public void A_file_that_is_no_log_is_refused_in_words(string text, string code) =>
        Assert.That(
            () => XesReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new LogIntake()).Count(),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo(code));

    [Test]
    public void An_endless_value_is_refused_before_it_fills_the_memory()
    {
        using var endless = new Endless("<log><trace><string key=\"concept:name\" value=\"");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.That(
            () => XesReader.Read(endless, new LogIntake()).Count(),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("log-malformed"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(64 * 1024 * 1024));
    }

    [Test]
    public void A_case_without_end_is_refused()
    {
        using var endless = new Endless("<log><trace>", "<event><string key=\"concept:name\" value=\"a\"/><date key=\"time:timestamp\" value=\"2026-01-01T00:00:00Z\"/></event>");

        Assert.That(
            () => XesReader.Read(endless, new LogIntake()).Count(),
            Throws.TypeOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo("log-case-too-long"));
    }

    private static readonly IReadOnlyDictionary<string, string> LogNone = new Dictionary<string, string>();

    private static MemoryStream Written(params LogCase[] cases)
    {
        var stream = new MemoryStream();
        using (var writer = new XesWriter(stream, "Phường An Hòa Đông"))
            foreach (var @case in cases) writer.Write(@case);
        stream.Position = 0;
        return stream;
    }

    private static MemoryStream Log(string traces) => new(Encoding.UTF8.GetBytes($"<log xmlns=\"http://www.xes-standard.org/\">{traces}</log>"));

    private static string Trace(string id, params string[] events) => $"<trace><string key=\"concept:name\" value=\"{id}\"/>{string.Concat(events)}</trace>";

    private static string Event(string activity, string at, string transition = "complete") =>
        $"<event><string key=\"concept:name\" value=\"{activity}\"/><string key=\"lifecycle:transition\" value=\"{transition}\"/><date key=\"time:timestamp\" value=\"{at}\"/></event>";

    /// <summary>A beginning, and then the same for ever.</summary>
    private sealed class Endless(string beginning, string again = "aaaaaaaaaaaaaaaa") : Stream
    {
        private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning);
        private readonly byte[] _again = Encoding.UTF8.GetBytes(again);
        private long _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++, _at++)
                buffer[offset + i] = _at < _beginning.Length ? _beginning[_at] : _again[(_at - _beginning.Length) % _again.Length];
            return count;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
