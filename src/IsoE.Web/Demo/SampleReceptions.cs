using IsoE.Office.Dossiers;
using IsoE.Office.Procedures;

namespace IsoE.Web.Demo;

/// <summary>Makes the reception of a sample dossier: what is declared, and every component that is asked for.</summary>
internal static class SampleReceptions
{
    public static Reception Of(SampleDossier dossier, SampleApplicant applicant, ProcedureLibrary library, DateOnly today)
    {
        var procedure = library.GetInForce(dossier.Procedure, today).Procedure;
        var typed = SampleValues.Typed(dossier.Form, dossier.With, today);
        var form = FormValidation.Validate(procedure.Form, typed, FormAnswers.ForDossier(dossier.Case, today)).Values;
        var answers = FormAnswers.OfDossier(dossier.Case, form, today);
        return new Reception(
            SampleIds.Dossier(dossier.Id),
            dossier.Procedure,
            dossier.Case,
            dossier.Channel,
            Applicant(applicant),
            dossier.Channel == Channel.Online ? ReturnWay.Online : ReturnWay.Counter,
            typed,
            [.. procedure.Components.Where(c => c.IsRequired(answers, dossier.Channel) == true && c.Act != ComponentAct.LookUp)
                .Select(c => new ComponentCheck(c.Id, c.Originals, c.Copies, ComponentStates.Enough))],
            procedure.Sets,
            null,
            [],
            ForwardAtOnce: false,
            DuplicateReason: "Yêu cầu khác của cùng người nộp");
    }

    private static Applicant Applicant(SampleApplicant applicant) => new(
        applicant.Kind switch
        {
            "organisation" => ApplicantKind.Enterprise,
            "household" => ApplicantKind.HouseholdBusiness,
            _ => ApplicantKind.Citizen,
        },
        applicant.Name,
        applicant.Identity,
        applicant.Phone,
        applicant.Email,
        applicant.Address);
}
