using System.Globalization;
using DocumentFormat.OpenXml;

namespace IsoE.Office.Procedures.WordImport.Reading;

/// <summary>Reads elements by their names, as the parts of a document written by many programs need it.</summary>
internal static class Markup
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static OpenXmlElement? Child(this OpenXmlElement? element, string name) =>
        element?.ChildElements.FirstOrDefault(child => child.LocalName == name);

    /// <summary>The attribute <c>w:val</c>, or null.</summary>
    public static string? Value(this OpenXmlElement? element) => element.Attribute("val");

    public static int? Number(this OpenXmlElement? element) =>
        int.TryParse(element.Value(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Attribute(this OpenXmlElement? element, string name)
    {
        if (element is null) return null;
        foreach (var attribute in element.GetAttributes())
            if (attribute.LocalName == name) return attribute.Value;
        return null;
    }

    /// <summary>A switch such as <c>w:vanish</c>: there, and not turned off.</summary>
    public static bool IsOn(this OpenXmlElement? element) => element is not null && element.Value() is not ("0" or "false" or "off" or "none");

    public static bool IsWord(this OpenXmlElement element) => element.NamespaceUri == Word;
}
