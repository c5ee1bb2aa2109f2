using IsoE.Office.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace IsoE.Web.Documents;

/// <summary>Sends a PDF of the office so that the browser shows it and saves it under its name.</summary>
public static class PrintedAnswer
{
    public static ActionResult Shown(this PrintedDocument document) => new Inline(document);

    private sealed class Inline(PrintedDocument document) : FileContentResult(document.Pdf, "application/pdf")
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.Headers.ContentDisposition =
                new ContentDispositionHeaderValue("inline") { FileName = document.FileName }.ToString();
            return base.ExecuteResultAsync(context);
        }
    }
}
