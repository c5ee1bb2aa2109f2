using System.Xml.Linq;

namespace IsoE.Office.Procedures.Bpmn;

/// <summary>Namespaces of BPMN 2.0.2 (OMG formal/2013-12-09, ISO/IEC 19510) and of what IsoE adds in its extension elements.</summary>
internal static class BpmnTerms
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static readonly XNamespace Bounds = "http://www.omg.org/spec/DD/20100524/DC";
    public static readonly XNamespace Lines = "http://www.omg.org/spec/DD/20100524/DI";
    public static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Our own: the parts of a definition for which BPMN has no place, each as the JSON it has in the definition.</summary>
    public static readonly XNamespace Own = "urn:isoe:bpmn:1";

    /// <summary>The language of a condition that compares the outcome of the step before.</summary>
    public const string OutcomeLanguage = "urn:isoe:outcome";
}
