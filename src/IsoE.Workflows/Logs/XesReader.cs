using System.Globalization;
using System.Xml;

namespace IsoE.Workflows.Logs;

/// <summary>Reads an event log in XES (IEEE 1849, and its forerunners 1.0 and 2.0) case by case.</summary>
/// <remarks>
/// For files from anywhere: no document type, no entities of its own, no outside references, and a bound on every part
/// that is held in memory. Attributes inside attributes are passed over.
/// </remarks>
public static class XesReader
{
    private const int MostAttributes = 200;
    private const int LongestValue = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <param name="intake">Puts the cases in order and keeps count of what was wrong.</param>
    /// <exception cref="RejectedException">
    /// While the cases are taken: <c>log-malformed</c> with the line, <c>log-no-activity</c>, <c>log-no-time</c>,
    /// <c>log-case-too-long</c>, <c>log-empty</c>.
    /// </exception>
    public static IEnumerable<LogCase> Read(Stream stream, LogIntake intake)
    {
        using var xml = XmlReader.Create(new BoundedTagStream(stream), Settings);
        Guarded(xml, () =>
        {
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "log") throw new XmlException("log");
            return true;
        });
        var any = false;
        while (Guarded(xml, () => ToTrace(xml)))
        {
            any = true;
            if (Guarded(xml, () => Case(xml, intake)) is { } @case) yield return @case;
        }

        if (!any) throw new RejectedException("log-empty", new Text(
            "Tệp XES không có trường hợp nào (phần tử trace).", "The XES file has no case (element trace)."));
    }

    private static bool ToTrace(XmlReader xml)
    {
        // Globals, extensions and attributes of the log itself come before; a case ends where the next begins.
        if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "trace" && xml.Depth == 1) return true;
        while (xml.NodeType == XmlNodeType.Element && xml.Depth > 0 ? Skipped(xml) : xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == 1 && xml.LocalName == "trace") return true;
        return false;
    }

    private static bool Skipped(XmlReader xml)
    {
        xml.Skip();
        return !xml.EOF;
    }

    private static LogCase? Case(XmlReader xml, LogIntake intake)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<RawEvent>();
        Children(xml, () =>
        {
            if (xml.LocalName != "event")
            {
                Keep(xml, attributes);
                return;
            }

            LogIntake.RequireLength(attributes.GetValueOrDefault("concept:name", ""), events.Count + 1);
            events.Add(Event(xml));
        });
        var id = Taken(attributes, "concept:name") ?? "";
        return intake.Take(
            new LogCase(id, [])
            {
                DeadlineAt = Moment(xml, Taken(attributes, "deadline")),
                EndedAt = Moment(xml, Taken(attributes, "enddate")),
                IsOpen = Taken(attributes, "open") == "true",
                Attributes = attributes,
            },
            events);
    }

    private static RawEvent Event(XmlReader xml)
    {
        var (line, attributes) = (LineOf(xml), new Dictionary<string, string>(StringComparer.Ordinal));
        Children(xml, () => Keep(xml, attributes));
        var activity = Taken(attributes, "concept:name") is { Length: > 0 } name ? name : throw Missing("log-no-activity", "concept:name", line);
        var at = Moment(xml, Taken(attributes, "time:timestamp")) ?? throw Missing("log-no-time", "time:timestamp", line);
        var (transition, instance) = (Taken(attributes, "lifecycle:transition"), Taken(attributes, "concept:instance"));
        return new RawEvent(
            new LogEvent(activity, at)
            {
                DueAt = Moment(xml, Taken(attributes, "due")),
                Resource = Taken(attributes, "org:resource"),
                Role = Taken(attributes, "org:role"),
                Group = Taken(attributes, "org:group"),
                Attributes = attributes.Count == 0 ? LogCase.NoAttributes : attributes,
            },
            transition,
            instance);
    }

    /// <summary>Goes through the child elements; stands after the element's end when done.</summary>
    private static void Children(XmlReader xml, Action each)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element) each();
            else xml.Read();
        }

        xml.Read();
    }

    private static void Keep(XmlReader xml, Dictionary<string, string> attributes)
    {
        if (xml.GetAttribute("key") is { } key && xml.GetAttribute("value") is { } value && attributes.Count < MostAttributes)
            attributes[Cut(key)] = Cut(value);
        xml.Skip();
    }

    private static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue];

    private static string? Taken(Dictionary<string, string> attributes, string key) => attributes.Remove(key, out var value) ? value : null;

    private static DateTimeOffset? Moment(XmlReader xml, string? text) => text switch
    {
        null or "" => null,
        _ when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at.ToUniversalTime(),
        _ => throw Malformed(LineOf(xml), new Text($"“{Cut(text)}” không phải thời điểm", $"“{Cut(text)}” is not a moment")),
    };

    private static T Guarded<T>(XmlReader xml, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException wrong)
        {
            throw Malformed(LineOf(xml), wrong.Message == "log"
                ? new Text("phần tử đầu tiên phải là log", "the first element has to be log")
                : new Text("XML không đúng cú pháp hoặc có phần bị cấm (DTD)", "the XML is not well-formed or has a part that is not allowed (DTD)"));
        }
        catch (InvalidDataException)
        {
            throw Malformed(LineOf(xml), new Text("có một giá trị quá dài", "a value is too long"));
        }
    }

    private static int LineOf(XmlReader xml) => xml is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    private static RejectedException Malformed(int line, Text what) => new("log-malformed", new Text(
        $"Không đọc được tệp XES ở dòng {line}: {what.Vi}. Hãy xuất lại tệp theo IEEE 1849.",
        $"The XES file cannot be read at line {line}: {what.En}. Export it again by IEEE 1849."));

    private static RejectedException Missing(string code, string key, int line) => new(code, new Text(
        $"Sự kiện ở dòng {line} của tệp XES thiếu thuộc tính “{key}”. Hãy xuất lại tệp có đủ tên hoạt động và thời điểm.",
        $"The event at line {line} of the XES file lacks the attribute “{key}”. Export it with activity and time."));
}

/// <summary>Refuses a file that would make a reader hold one endless tag or text in memory.</summary>
internal sealed class BoundedTagStream(Stream inner) : Stream
{
    private const int LongestRun = 1024 * 1024;
    private int _run;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        var first = buffer[..read].IndexOf((byte)'<');
        if (_run + (first < 0 ? read : first) > LongestRun) throw new InvalidDataException("A part of the XML is too long.");
        _run = last < 0 ? _run + read : read - last;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
