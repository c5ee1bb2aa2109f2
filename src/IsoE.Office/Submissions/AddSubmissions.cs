using IsoE.Office.Dossiers.Keeping;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Submissions;

public static class SubmissionsRegistration
{
    /// <summary>What applicants do online before there is a dossier: proving who they are, preparing, sending.</summary>
    public static IServiceCollection AddSubmissions(this IServiceCollection services)
    {
        services.AddScoped<ProveContact>();
        services.AddScoped<Drafts>();
        services.AddScoped<IKeepsPerson, KeptDrafts>();
        services.AddScoped<SendSubmission>();
        services.AddScoped<UploadOwners>();
        services.AddScoped<ListOwnDossiers>();
        services.AddChore<DraftCleanup>();
        return services;
    }
}
