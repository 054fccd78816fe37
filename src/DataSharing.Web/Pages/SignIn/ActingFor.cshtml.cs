using DataSharing.Web.Access;
using DataSharing.Web.Http;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.SignIn;

/// <summary>Somebody with roles in several organisations says which of them they act for.</summary>
[MembersOnly]
public sealed class ActingForModel(SignedIn signedIn, PortalSettings settings) : PageModel
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var person = await LoadAsync();
        Form.Organisation = person.ActingFor!.Id.Value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await LoadAsync();
        if (person.Organisations.All(o => o.Id.Value != Form.Organisation))
        {
            ModelState.Remove("Form.Organisation"); // whatever the binder thought of it, this says it better
            ModelState.AddModelError("Form.Organisation", "Choose one of your organisations");
            return this.Invalid();
        }

        Response.Cookies.Append(
            signedIn.ActingForCookie,
            Form.Organisation.ToString()!,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = settings.RequireHttps || Request.IsHttps,
                MaxAge = TimeSpan.FromDays(30),
            }
        );
        return RedirectToPage("/Index");
    }

    private async Task<SignedInPerson> LoadAsync()
    {
        var person = (await signedIn.PersonAsync())!;
        Choices = [.. person.Organisations.Select(o => new Choice(o.Id.Value.ToString(), o.Name, o.RolesInWords()))];
        return person;
    }

    public sealed class Input
    {
        public Guid? Organisation { get; set; }
    }
}
