using IsoE.Office.Organisation;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace IsoE.Web.Identity;

/// <summary>Which right opens which page. Pages not named ask for a signed-in person; the public ones are named apart.</summary>
/// <remarks>The command behind a page checks again, against the very dossier: this table only spares people dead ends.</remarks>
public static class PageRights
{
    /// <summary>Folders and pages open to everybody.</summary>
    public static IReadOnlyList<string> Public { get; } =
        ["/Index", "/Session/SignIn", "/Session/Setup", "/Tracking/Index", "/Tracking/Paper", "/Messages/Stop", "/Library/Index", "/Library/Procedure", "/Help/Keyboard", "/Offline",
        "/Catalogue/Index", "/Catalogue/Procedure", "/Catalogue/Form",
        "/Queue/Kiosk", "/Queue/Display", "/Queue/Ticket", "/Queue/Lookup", "/Queue/Survey", "/Queue/Rate", "/Appointments/Index", "/Appointments/Appointment",
        // These ask for a proven telephone or e-mail themselves.
        "/Citizen/Prove", "/Citizen/Index", "/Citizen/Begin", "/Citizen/Draft", "/Citizen/Sent", "/Citizen/Dossier", "/Citizen/Supplement", "/Citizen/Record"];

    public static IReadOnlyDictionary<string, Right> Needed { get; } = new Dictionary<string, Right>
    {
        ["/Dossiers/Receive"] = Right.ReceiveDossier,
        ["/Dossiers/Calls"] = Right.AnswerCalls,
        ["/Dossiers/Submissions"] = Right.ReceiveDossier,
        ["/Dossiers/Act/AnswerSubmission"] = Right.ReceiveDossier,
        ["/Dossiers/Open"] = Right.OpenInternalDossier,
        ["/Dossiers/Uncollected"] = Right.ReturnResult,
        ["/Dossiers/Index"] = Right.ReadDossier,
        ["/Dossiers/Dossier"] = Right.ReadDossier,
        ["/Dossiers/Received"] = Right.ReadDossier,
        ["/Dossiers/Slip"] = Right.ReadDossier,
        ["/Dossiers/Record"] = Right.ReadDossier,
        ["/Dossiers/File"] = Right.ReadDossier,
        ["/Cashier/Index"] = Right.ReadFee,
        ["/Cashier/Receipts"] = Right.ReadFee,
        ["/Cashier/Books"] = Right.ReadFee,
        ["/Cashier/Refunds"] = Right.ReadFee,
        ["/Cashier/Notices"] = Right.ReadFee,
        ["/Cashier/Day"] = Right.ReadFee,
        ["/Tasks/Index"] = Right.DoTask,
        ["/Tasks/Task"] = Right.DoTask,
        ["/Signatures/Index"] = Right.DoTask,
        ["/Signatures/Document"] = Right.DoTask,
        ["/Signatures/Papers"] = Right.DoTask,
        ["/Signatures/Paper"] = Right.DoTask,
        ["/Library/Document"] = Right.ReadDocument,
        ["/Authoring/ImportWord"] = Right.DraftProcedure,
        ["/Authoring/ImportBpmn"] = Right.DraftProcedure,
        ["/Library/Compare"] = Right.ReadDocument,
        ["/Authoring/Index"] = Right.ReadDocument,
        ["/Authoring/Begin"] = Right.DraftProcedure,
        ["/Authoring/Steps"] = Right.ReadDocument,
        ["/Authoring/Writing"] = Right.ReadDocument,
        ["/Authoring/Preview"] = Right.ReadDocument,
        ["/Authoring/Document"] = Right.ReadDocument,
        ["/Authoring/Review"] = Right.ReadDocument,
        ["/Authoring/Conflict"] = Right.DraftProcedure,
        ["/Authoring/Rehearsal"] = Right.ReadDocument,
        ["/Authoring/Move"] = Right.ReadDocument,
        ["/Authoring/ExternalDocuments"] = Right.ReadDocument,
        ["/Authoring/ExternalDocument"] = Right.ReadDocument,
        ["/Queue/Index"] = Right.ServeQueue,
        ["/Queue/Figures"] = Right.ReadReports,
        ["/Reports/Satisfaction"] = Right.ReadRegisters,
        ["/Queue/Setup/Index"] = Right.ChangeQueue,
        ["/Queue/Setup/Field"] = Right.ChangeQueue,
        ["/Queue/Setup/Counter"] = Right.ChangeQueue,
        ["/Queue/Setup/Group"] = Right.ChangeQueue,
        ["/Queue/Setup/Devices"] = Right.ChangeQueue,
        ["/Evidence/Seals"] = Right.ReadAuditLog,
        ["/Evidence/Pack"] = Right.ExportAuditLog,
        ["/Evidence/AsOf"] = Right.ReadAuditLog,
        ["/Overview/Index"] = Right.ReadReports,
        ["/Reports/Index"] = Right.ReadReports,
        ["/Reports/Improvement/Index"] = Right.ReadReports,
        ["/Reports/Improvement/Map"] = Right.ReadReports,
        ["/Reports/Improvement/Conformance"] = Right.ReadReports,
        ["/Reports/Improvement/Steps"] = Right.ReadReports,
        ["/Reports/Improvement/Columns"] = Right.ManageQuality,
        ["/Reports/Dossiers"] = Right.ReadReports,
        ["/Reports/Year"] = Right.ReadReports,
        ["/Reports/Register"] = Right.ExportDossiers,
        ["/Portal/Index"] = Right.ReconcilePortal,
        ["/Messages/Index"] = Right.ReadMessages,
        ["/Messages/OptOut"] = Right.RecordOptOut,
        ["/Operations/Index"] = Right.ResolveIncidents,
        ["/Organisation/People"] = Right.ReadOrganisation,
        ["/Organisation/Person"] = Right.ReadOrganisation,
        ["/Organisation/Units"] = Right.ReadOrganisation,
        ["/Organisation/Unit"] = Right.ReadOrganisation,
        ["/Organisation/Positions"] = Right.ReadOrganisation,
        ["/Organisation/Position"] = Right.ReadOrganisation,
        ["/Organisation/Delegations"] = Right.ReadOrganisation,
        ["/Organisation/Agency"] = Right.ReadOrganisation,
        ["/Organisation/Log"] = Right.ReadAuditLog,
        ["/Studio/Definition"] = Right.ReadDocument,
        ["/Studio/Host"] = Right.ReadDocument,
        // What everybody has to acknowledge, everybody may read; the other registers ask again.
        ["/Quality/Register"] = Right.ReadDocument,
        ["/Quality/Entry"] = Right.KeepRegisters,
        ["/Quality/Auditors"] = Right.InviteAuditor,
        ["/Quality/Retention"] = Right.ReadRetention,
        ["/Quality/Holds"] = Right.ReadRetention,
        ["/Quality/Transfers"] = Right.ReadRetention,
        ["/Quality/Transfer"] = Right.ReadRetention,
        ["/Quality/Disposals"] = Right.ReadRetention,
        ["/Quality/Disposal"] = Right.ReadRetention,
        ["/Quality/Subject"] = Right.AnswerSubject,
        ["/Quality/Matrix"] = Right.ReadQuality,
        ["/Quality/Sample"] = Right.ReadQuality,
        ["/Quality/Audits"] = Right.ReadQuality,
        ["/Quality/Audit"] = Right.ReadQuality,
        ["/Quality/Reviews"] = Right.ReadQuality,
        ["/Quality/Review"] = Right.ReadQuality,
        ["/Quality/Actions"] = Right.ReadQuality,
        ["/Quality/Nonconformities"] = Right.ReadQuality,
        ["/Quality/Nonconformity"] = Right.ReadInternalDossier,
        ["/Calendars/Index"] = Right.ReadCalendar,
        ["/Calendars/Hours"] = Right.ReadCalendar,
    };

    public static void Apply(PageConventionCollection pages)
    {
        foreach (var page in Public) pages.AllowAnonymousToPage(page);
        foreach (var (page, right) in Needed) pages.AuthorizePage(page, right.Code);
    }
}
