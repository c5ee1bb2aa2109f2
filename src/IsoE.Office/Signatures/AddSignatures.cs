using IsoE.Documents.Signing.Verification;
using IsoE.Office.Instances;
using IsoE.Office.Storage.Attachments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IsoE.Office.Signatures;

public static class SignaturesRegistration
{
    /// <summary>Keys of people and of the agency, signing, and verifying what others signed.</summary>
    public static IServiceCollection AddSignatures(this IServiceCollection services)
    {
        services.TryAddSingleton(new SignatureOptions());
        services.AddHttpClient(PutSignature.Client, http => http.Timeout = TimeSpan.FromSeconds(20));
        services.AddHttpClient(VerifySignatures.Client).ConfigurePrimaryHttpMessageHandler(
            provider => PublicNetwork.Handler(provider.GetRequiredService<SignatureOptions>().FetchesFromPrivateNetwork));
        services.AddOfficeEvent<DocumentSigned>();
        services.AddInstanceRows<SignedDocumentRow>(always: false);
        services.AddProjection<SignedDocumentProjection>();
        services.AddKeptFilesOfInstances<SignedDocumentRow>(document => document.Sha256);
        services.AddScoped<OpenSigningKey>();
        services.AddScoped<RegisterSigningKey>();
        services.AddScoped<RemoveSigningKey>();
        services.AddScoped<PutSignature>();
        services.AddSingleton<VerifySignatures>();
        services.AddSingleton<CheckSignedFiles>();
        return services;
    }
}
