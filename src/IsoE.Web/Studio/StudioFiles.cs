using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace IsoE.Web.Studio;

/// <summary>
/// Serves Elsa Studio's own files below <c>/studio</c> from the npm package that the build lays beside the program. They
/// are kept compressed: most browsers take them as they are, for others they are unpacked on the way.
/// </summary>
public static class StudioFiles
{
    public const string Root = "/studio";

    private const string Compressed = ".br";

    public static void MapStudioFiles(this IEndpointRouteBuilder routes)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "studio");
        Directory.CreateDirectory(folder);
        var files = new PhysicalFileProvider(folder);
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        types.Mappings[".wasm"] = "application/wasm";
        routes.MapGet(Root + "/{**path}", (string path, HttpContext context) => Serve(files, types, path, context))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Serve(PhysicalFileProvider files, FileExtensionContentTypeProvider types, string path, HttpContext context)
    {
        var type = types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        var plain = files.GetFileInfo(path);
        var packed = files.GetFileInfo(path + Compressed);
        var file = plain.Exists ? plain : packed;
        if (!file.Exists || file.PhysicalPath is null) return Results.NotFound();
        // The package's own names change with their content, but not all of them do.
        context.Response.Headers.CacheControl = "public, max-age=86400";
        if (plain.Exists) return Results.File(plain.PhysicalPath!, type, lastModified: plain.LastModified);
        if (!TakesBrotli(context.Request))
            return Results.Stream(new BrotliStream(packed.CreateReadStream(), CompressionMode.Decompress), type);
        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.Vary = "Accept-Encoding";
        return Results.File(packed.PhysicalPath!, type, lastModified: packed.LastModified);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.Headers.AcceptEncoding.ToString().Split(',').Any(each => each.Trim().Split(';')[0] == "br");
}
