using IsoE.Office.Instances;
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
        services.AddOfficeEvent<SurveyAnswered>();
        services.AddOfficeEvent<SurveyDeclined>();
        services.AddProjection<SurveyProjection>();
        services.AddScoped<SetSurveyRules>();
        services.AddScoped<AnswerSurvey>();
        services.AddScoped<ReadSatisfaction>();
        services.AddOutboxConsumer<FollowUpLowMark>(SurveyProjection.LowTopic, new Text("Lập báo cáo từ đánh giá thấp", "Report a low mark"));
        return services;
    }
}
