using System.Globalization;
using System.Text;
using System.Xml;

namespace IsoE.Workflows.Logs;

/// <summary>Writes cases as an event log in XES (IEEE 1849-2016), one after the other, without keeping any.</summary>
/// <remarks>
/// Extensions concept, lifecycle, time and org. A completed event with a known start is two events of one
/// <c>concept:instance</c>. The term of a case stands in <c>deadline</c>, its end in <c>enddate</c>. The same cases give
/// the same bytes. Dispose writes the end of the log; the stream stays open.
/// </remarks>
public sealed class XesWriter : IDisposable
{
    public const string MediaType = "application/xml";

    private static readonly string[] Extensions = ["Concept", "Lifecycle", "Organizational", "Time"];

    private readonly XmlWriter _xml;

    /// <param name="name">Name of the log.</param>
    public XesWriter(Stream stream, string name)
    {
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false, NewLineChars = "\n" });
        _xml.WriteStartDocument();
        _xml.WriteStartElement("log", "http://www.xes-standard.org/");
        _xml.WriteAttributeString("xes.version", "1849.2016");
        _xml.WriteAttributeString("xes.features", "");
        foreach (var extension in Extensions) Extension(extension);
        Global("trace", "concept:name");
        Global("event", "concept:name");
        _xml.WriteStartElement("classifier");
        _xml.WriteAttributeString("name", "Activity");
        _xml.WriteAttributeString("keys", "concept:name");
        _xml.WriteEndElement();
        String("concept:name", name);
    }

    public void Write(LogCase @case)
    {
        _xml.WriteStartElement("trace");
        String("concept:name", @case.Id);
        Date("deadline", @case.DeadlineAt);
        Date("enddate", @case.EndedAt);
        if (@case.IsOpen) Attribute("boolean", "open", "true");
        Others(@case.Attributes);
        for (var number = 0; number < @case.Events.Count; number++) Write(@case.Events[number], number + 1);
        _xml.WriteEndElement();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private void Write(LogEvent done, int number)
    {
        if (done.StartedAt is { } started) Event(done, number, "start", started);
        Event(done, number, "complete", done.At);
    }

    private void Event(LogEvent done, int number, string transition, DateTimeOffset at)
    {
        _xml.WriteStartElement("event");
        String("concept:name", done.Activity);
        String("concept:instance", number.ToString(CultureInfo.InvariantCulture));
        String("lifecycle:transition", transition);
        Date("time:timestamp", at);
        String("org:resource", done.Resource);
        String("org:role", done.Role);
        String("org:group", done.Group);
        if (transition == "complete")
        {
            Date("due", done.DueAt);
            Others(done.Attributes);
        }

        _xml.WriteEndElement();
    }

    private void Extension(string name)
    {
        var prefix = name == "Organizational" ? "org" : name.ToLowerInvariant();
        _xml.WriteStartElement("extension");
        _xml.WriteAttributeString("name", name);
        _xml.WriteAttributeString("prefix", prefix);
        _xml.WriteAttributeString("uri", $"http://www.xes-standard.org/{prefix}.xesext");
        _xml.WriteEndElement();
    }

    private void Global(string scope, string key)
    {
        _xml.WriteStartElement("global");
        _xml.WriteAttributeString("scope", scope);
        String(key, "");
        _xml.WriteEndElement();
    }

    private void Others(IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (key, value) in attributes.OrderBy(each => each.Key, StringComparer.Ordinal)) String(key, value);
    }

    private void Date(string key, DateTimeOffset? at)
    {
        if (at is { } known) Attribute("date", key, known.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture));
    }

    private void String(string key, string? value)
    {
        if (value is not null) Attribute("string", key, value);
    }

    private void Attribute(string type, string key, string value)
    {
        _xml.WriteStartElement(type);
        _xml.WriteAttributeString("key", Writable(key));
        _xml.WriteAttributeString("value", Writable(value));
        _xml.WriteEndElement();
    }

    /// <summary>XML has no place for some characters; they stand as the mark of something lost.</summary>
    private static string Writable(string text)
    {
        var at = 0;
        while (at < text.Length && (XmlConvert.IsXmlChar(text[at]) && !char.IsSurrogate(text[at]))) at++;
        if (at == text.Length) return text;
        var written = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) written.Append(text[i]).Append(text[++i]);
            else written.Append(XmlConvert.IsXmlChar(text[i]) && !char.IsSurrogate(text[i]) ? text[i] : '\uFFFD');
        }

        return written.ToString();
    }
}
