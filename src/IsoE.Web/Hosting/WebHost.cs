using System.Text.Encodings.Web;
using System.Text.Unicode;
using IsoE.Office;
using IsoE.Office.Messages;
using IsoE.Office.Records;
using IsoE.Web.Api;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using IsoE.Web.Pages.Authoring;
using IsoE.Web.Pages.Catalogue;
using IsoE.Web.Pages.Tracking;
using IsoE.Web.Studio;
using IsoE.Workflows;

namespace IsoE.Web.Hosting;

/// <summary>Puts the web application together: what it is made of, and what a request passes through.</summary>
public static class WebHost
{
    /// <param name="args">Settings as <c>--Key=value</c>; the same can stand in appsettings.json or the environment.</param>
    public static WebApplication Build(string[] args)
    {
        // Settings and assets lie beside the program; the folder it is started from is only where ./data is.
        var placed = args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Not the name of the process: the list of assets bears this one.
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = placed ? null : AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Warns that keys are not encrypted at rest: they lie in the database, which the operator protects as a whole.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration)
    {
        var site = Site.Read(configuration);
        services.AddSingleton(site);
        if (OfficeSettings.Mail(configuration) is { } mail)
            services.AddSingleton(mail);
        // The people of the samples are invented, but their telephone numbers may be somebody's.
        if (!site.Sample && OfficeSettings.Sms(configuration) is { } sms)
            services.AddSingleton(sms);
        if (OfficeSettings.Portal(configuration) is { } portal)
            services.AddSingleton(portal);
        services.AddSingleton(new RecordOptions { PublicAddress = site.PublicAddress });
        services.AddSingleton(new MessageOptions
        {
            PublicAddress = site.PublicAddress,
            Hotline = configuration["IsoE:Hotline"],
            SmsNumber = configuration["IsoE:Sms:Number"],
        });
        services.AddSingleton(OfficeSettings.Payments(configuration));
        services.AddSingleton(OfficeSettings.Signatures(configuration));
        services.AddOffice(OfficeSettings.Read(configuration));
        services.AddSingleton<FirstStart>();
        services.AddIdentity();
        services.AddRateLimits();
        services.AddOutputCache(options => options.AddPolicy(TrackedPages.Name, policy => policy.AddPolicy<TrackedPages>(), excludeDefaultPolicy: true));
        services.AddHttpContextAccessor();
        services.AddScoped<Localiser>();
        services.AddScoped<ElsaVersions>();
        services.AddScoped<KeptWordFile>();
        services.AddScoped<OfferedProcedures>();
        services.AddSingleton<TrackedLetters>();
        // Vietnamese letters are letters: encoding them as numbers would double the size of every page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorPages(options =>
            {
                PageRights.Apply(options.Conventions);
                // The short address printed as QR code on receipts.
                options.Conventions.AddPageRoute("/Tracking/Index", "t/{s}");
                // The short address in messages, by which their receiver ends them.
                options.Conventions.AddPageRoute("/Messages/Stop", "m/{s}");
            })
            // What a form needs is said in its own words by its page.
            .AddMvcOptions(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        services.AddAntiforgery(options => options.Cookie.Name = "antiforgery");
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemWords.Complete);
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("IsoE", Site.Version);
            return Task.CompletedTask;
        }));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [HealthAnswers.ReadyTag]);
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseWhen(context => !ProblemWords.IsApi(context), pages =>
        {
            pages.UseExceptionHandler(Handling("/Errors/Unexpected"));
            pages.UseStatusCodePagesWithReExecute("/Errors/Status/{0}");
        });
        app.UseWhen(ProblemWords.IsApi, api =>
        {
            api.UseExceptionHandler(Handling(null));
            api.UseStatusCodePages();
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseMiddleware<VisitorEntry>();
        app.UseMiddleware<CitizenEntry>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets().RequireAuthorization();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapLanguageSwitch();
        app.MapDossierApi();
        app.MapTaskApi();
        app.MapSmsApi();
        app.MapDisplayEvents();
        app.MapPaymentNoticeApi();
        app.MapUploadApi();
        app.MapPortalApi();
        app.MapElsaApi();
        app.MapStudioFiles();
        app.MapSchemaFiles();
        app.MapWebManifest();
    }

    private static ExceptionHandlerOptions Handling(string? page) => new()
    {
        ExceptionHandlingPath = page is null ? default : new PathString(page),
        StatusCodeSelector = failure => failure is RejectedException rejected
            ? ProblemWords.StatusOf(rejected)
            : StatusCodes.Status500InternalServerError,
        // A rejection is an answer, not a failure of the program.
        SuppressDiagnosticsCallback = failure => failure.Exception is RejectedException,
        AllowStatusCode404Response = true,
    };
}
