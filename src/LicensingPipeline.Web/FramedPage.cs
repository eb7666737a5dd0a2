using Microsoft.AspNetCore.Components;

namespace LicensingPipeline.Web;

/// <summary>A page of the site: it has a frame.</summary>
public abstract class FramedPage : ComponentBase
{
    /// <summary>Where the page lies, and what all pages are made from.</summary>
    [Parameter, EditorRequired]
    public Frame Frame { get; set; } = null!;

    /// <summary>What all pages are made from.</summary>
    protected SiteFacts Facts => Frame.Facts;
}
