using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Instances;
using IsoE.Office.Quality.Actions;
using IsoE.Office.Quality.Audits;
using IsoE.Office.Quality.Clauses;
using IsoE.Office.Quality.Figures;
using IsoE.Office.Quality.Nonconformities;
using IsoE.Office.Quality.Registers;
using IsoE.Office.Quality.Reviews;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Quality;

public static class QualityRegistration
{
    /// <summary>What people say of the agency's work, and what follows from it.</summary>
    public static IServiceCollection AddQuality(this IServiceCollection services)
    {
        services.AddInstanceRows<SurveyRow>(always: false);
        services.AddScoped<IErasesBesides, EraseSurvey>();
        services.AddOfficeEvent<SurveyAnswered>();
        services.AddOfficeEvent<SurveyDeclined>();
        services.AddProjection<SurveyProjection>();
        services.AddScoped<SetSurveyRules>();
        services.AddScoped<AnswerSurvey>();
        services.AddScoped<ReadSatisfaction>();
        services.AddInstanceRows<RegisterEntryRow>(always: false);
        services.AddOfficeEvent<EntryRecorded>();
        services.AddOfficeEvent<EntryReviewed>();
        services.AddOfficeEvent<EntryClosed>();
        services.AddProjection<RegisterProjection>();
        services.AddScoped<RegisterReading>();
        services.AddScoped<KeepRegister>();
        services.AddScoped<ReadRegister>();
        services.AddScoped<IQualityFigure, OneSupplementFigure>();
        services.AddScoped<IQualityFigure, SatisfiedFigure>();
        services.AddScoped<IQualityFigure, NonconformitiesInTimeFigure>();
        services.AddInstanceRows<EvidenceRow>(always: false);
        services.AddOfficeEvent<EvidenceAdded>();
        services.AddProjection<EvidenceProjection>();
        services.AddProjection<SymptomProjection>();
        services.AddScoped<PrintQualityReport>();
        services.AddScoped<MakeChecklist>();
        services.AddScoped<ReadAudit>();
        services.AddScoped<PrintAudit>();
        services.AddScoped<ReadReviewInputs>();
        services.AddScoped<EvidenceQueries>();
        services.AddScoped<ReadMatrix>();
        services.AddScoped<SwitchTriggers>();
        services.AddScoped<ReadNonconformities>();
        services.AddScoped<ReadActions>();
        services.AddScoped<PrintNonconformity>();
        services.AddScoped<AddEvidence>();
        services.AddScoped<FollowUpSymptom>();
        services.AddOutboxConsumer<FollowUpSymptom>(Symptom.Topic, new Text("Lập báo cáo không phù hợp", "Report a nonconformity"));
        services.AddOutboxConsumer<FollowUpLowMark>(SurveyProjection.LowTopic, new Text("Lập báo cáo từ đánh giá thấp", "Report a low mark"));
        return services;
    }
}
