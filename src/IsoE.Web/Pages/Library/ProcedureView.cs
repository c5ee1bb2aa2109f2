using IsoE.Documents.Drawing.Flow;
using IsoE.Office.Procedures;

namespace IsoE.Web.Pages.Library;

/// <summary>What a version of a procedure says, for its page and for the preview of a draft.</summary>
/// <param name="ForStaff">Whether the reader may see what is not for the public.</param>
public sealed record ProcedureView(ProcedureVersion Version, FlowDiagram Diagram, bool ForStaff);
