using System.Xml;
using System.Xml.Linq;
using IsoE.Workflows;
using static IsoE.Office.Procedures.Bpmn.BpmnTerms;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Opens BPMN files of unknown origin: no document types, no outside references, bounded.</summary>
internal static class BpmnFile
{
    public const int LargestFile = 5 * 1024 * 1024;

    /// <returns>The <c>definitions</c> element.</returns>
    /// <exception cref="RejectedException"><c>bpmn-too-large</c>, <c>bpmn-not-xml</c>, <c>bpmn-not-bpmn</c>.</exception>
    public static XElement Read(Stream file)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LargestFile,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var reader = XmlReader.Create(Bounded(file), settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name == Model + "definitions" ? root : throw NotBpmn(root.Name.LocalName);
        }
        catch (XmlException failure)
        {
            throw new RejectedException("bpmn-not-xml", new Text(
                $"Tệp không phải XML hợp lệ (dòng {failure.LineNumber}). Hãy xuất lại tệp BPMN 2.0 (.bpmn) từ công cụ vẽ.",
                $"The file is no proper XML (line {failure.LineNumber}). Export it again as BPMN 2.0 (.bpmn) from the drawing tool."));
        }
    }

    private static MemoryStream Bounded(Stream file)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > LargestFile) throw new RejectedException("bpmn-too-large", new Text(
                "Tệp BPMN lớn hơn 5 MB nên không được nhận. Hãy tách quy trình thành các quy trình con.",
                "The BPMN file is larger than 5 MB and is not accepted. Split the procedure into sub-procedures."));
            bytes.Write(buffer, 0, read);
        }
        bytes.Position = 0;
        return bytes;
    }

    private static RejectedException NotBpmn(string found) => new("bpmn-not-bpmn", new Text(
        $"Tệp không phải BPMN 2.0: phần tử gốc là “{found}”, cần “definitions” của BPMN 2.0.",
        $"The file is not BPMN 2.0: its root is “{found}”, not BPMN 2.0's “definitions”."));
}
