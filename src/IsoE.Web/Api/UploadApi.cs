using System.Globalization;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Submissions;
using IsoE.Web.Hosting;
using IsoE.Web.Identity;
using IsoE.Web.Language;
using IsoE.Workflows;

namespace IsoE.Web.Api;

/// <summary>A file to come.</summary>
/// <param name="Size">Bytes.</param>
public sealed record UploadAnnouncement(string? Name, long Size, string? Component);

/// <summary>How far a file has come.</summary>
public sealed record UploadProgress(string Id, long Offset);

/// <summary>
/// Files of citizens in pieces, in the manner of tus: announce (POST), ask how far (HEAD), send the next piece (PATCH with
/// <c>Upload-Offset</c>). For the author of a draft or of a dossier that waits for a supplement.
/// </summary>
public static class UploadApi
{
    private const string OffsetHeader = "Upload-Offset";

    /// <summary>Pieces are small: what is larger is not read.</summary>
    private const long LargestPiece = 8 * 1024 * 1024;

    public static void MapUploadApi(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup($"{CitizenEntry.Path}/uploads/{{agency}}/{{owner}}").AllowAnonymous().ExcludeFromDescription();
        uploads.MapPost("", Announce).RequireRateLimiting(RateLimits.Uploads);
        uploads.MapMethods("{id}", [HttpMethods.Head], Progress);
        uploads.MapPatch("{id}", Append).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestPiece));
    }

    private static async Task<IResult> Announce(
        string agency, string owner, UploadAnnouncement file, Citizen citizen, UploadOwners owners, Uploads uploads, Localiser t, CancellationToken cancel)
    {
        if (!await owners.MaySend(citizen.Contact, owner, cancel)) return Results.NotFound();
        var component = string.IsNullOrEmpty(file.Component) ? null : file.Component;
        var known = (await uploads.Of(owner, cancel)).FirstOrDefault(upload =>
            upload.Sha256 is null && upload.Component == component && upload.Size == file.Size && upload.Name == file.Name);
        try
        {
            var upload = known ?? await uploads.Begin(agency, owner, component, file.Name ?? "", file.Size, cancel);
            return Results.Ok(new UploadProgress(upload.Id, uploads.Offset(upload)));
        }
        catch (RejectedException rejected)
        {
            return Refused(rejected, t);
        }
    }

    private static async Task<IResult> Progress(
        string owner, string id, HttpResponse response, Citizen citizen, UploadOwners owners, Uploads uploads, CancellationToken cancel)
    {
        if (!await owners.MaySend(citizen.Contact, owner, cancel) || await uploads.Find(owner, id, cancel) is not { } upload) return Results.NotFound();
        response.Headers[OffsetHeader] = uploads.Offset(upload).ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        return Results.Ok();
    }

    private static async Task<IResult> Append(
        string owner, string id, HttpRequest request, Citizen citizen, UploadOwners owners, Uploads uploads, Localiser t, CancellationToken cancel)
    {
        if (!await owners.MaySend(citizen.Contact, owner, cancel) || await uploads.Find(owner, id, cancel) is not { } upload) return Results.NotFound();
        if (!long.TryParse(request.Headers[OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)) return Results.BadRequest();
        var headers = request.HttpContext.Response.Headers;
        try
        {
            var arrived = await uploads.Append(upload, offset, request.Body, cancel);
            headers[OffsetHeader] = arrived.ToString(CultureInfo.InvariantCulture);
            return Results.NoContent();
        }
        catch (RejectedException rejected)
        {
            headers[OffsetHeader] = uploads.Offset(upload).ToString(CultureInfo.InvariantCulture);
            return Refused(rejected, t);
        }
    }

    private static IResult Refused(RejectedException rejected, Localiser t) => Results.Problem(title: rejected.Code, detail: t[rejected.Reason], statusCode: rejected.Code switch
    {
        "file-too-large" => StatusCodes.Status413PayloadTooLarge,
        "upload-offset" or "upload-busy" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    });
}
