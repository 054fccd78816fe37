// What the demo's provider shows: no script, the portal's own style sheets.

const roles = {
  IgOfficer: 'IG officer', IgLead: 'IG lead', PartnerContributor: 'Partner contributor', Requester: 'Requester',
  DataProtectionOfficer: 'Data protection officer', CaldicottGuardian: 'Caldicott Guardian',
  InformationAssetOwner: 'Information asset owner', Siro: 'SIRO', LegalAdviser: 'Legal adviser',
  InformationSecurity: 'Information security', EthicsAdviser: 'Ethics adviser', PanelMember: 'Panel member',
  ToolOwner: 'Tool owner', AuthorisedSignatory: 'Authorised signatory', RegisterPublisher: 'Register publisher',
  Auditor: 'Auditor', OrganisationAdmin: 'organisation admin', SystemAdmin: 'System administrator',
};

const encode = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

export function peoplePage(world, action, styles, hint, portal) {
  const groups = Map.groupBy ? Map.groupBy(world.organisations, (o) => o.group) : groupBy(world.organisations, (o) => o.group);
  return page('Choose who to sign in as', styles, `
    <div class="ds-readable">
      <h1 class="govuk-heading-l">Choose who to sign in as</h1>
      <p class="govuk-body"><b>DataSharing</b> asks who you are. Select a person and you go straight back, signed in as them.
        There are no passwords: this page is for trying DataSharing out, never for real data.</p>
    </div>
    <div class="ds-note ds-readable">
      <p class="govuk-body"><b>New here?</b> Start as <b>Amira Hussain</b>, who drafts an agreement about adult social care. Then sign in
        as each person on its approval route, and last as <b>Frances Lindqvist</b>, who audits it.</p>
    </div>
    <form method="post" action="${encode(action)}">
      ${hint ? lastTime(world, hint) : ''}
      <nav aria-label="Samples"><ul class="ds-views">${[...groups.keys()].map((g) =>
        `<li><a class="govuk-link" href="#${slug(g)}">${encode(g)}</a></li>`).join('')}</ul></nav>
      ${[...groups].map(([group, organisations]) => `
        <section class="ds-section" aria-labelledby="${slug(group)}">
          <h2 class="govuk-heading-m" id="${slug(group)}" tabindex="-1">${encode(group)}</h2>
          <div class="ds-halves">${halves(organisations).map((half) => `<div>${half.map(organisation).join('')}</div>`).join('')}</div>
        </section>`).join('')}
      <section class="ds-section">
        <h2 class="govuk-heading-s">In no organisation</h2>
        <ul class="ds-people ds-readable">${world.withoutOrganisation.map(person).join('')}</ul>
      </section>
    </form>
    <p class="govuk-body ds-small ds-muted">Signing in as somebody else signs the first person out.
      <a class="govuk-link" href="${encode(portal)}">Go back without signing in</a></p>`);
}

export const signOutPage = (form, styles) => page('Sign out', styles, `
    <h1 class="govuk-heading-l">Sign out of the demonstration provider too?</h1>
    <p class="govuk-body">You are signed out of DataSharing. The provider still knows you.</p>
    ${form.replace('<form ', '<form name="logout" ').replace('</form>',
      '<button class="govuk-button" type="submit" name="logout" value="yes">Sign out</button></form>')}`);

export const errorPage = (out, styles, portal) => page('Sign-in did not work', styles, `
    <h1 class="govuk-heading-l">Sign-in did not work</h1>
    <p class="govuk-body">${encode(out.error_description ?? out.error)}.</p>
    <p class="govuk-body"><a class="govuk-link" href="${encode(portal)}">Start again from DataSharing</a></p>`);

function lastTime(world, hint) {
  const known = world.organisations.flatMap((o) => o.people).find((p) => p.subject === hint);
  return known
    ? `<h2 class="govuk-heading-s">Confirm that it is still you</h2><ul class="ds-people ds-readable">${person(known)}</ul>`
    : '';
}

function organisation(o) {
  const note = o.note ? ` <span class="ds-muted govuk-!-font-weight-regular">${encode(o.note)}</span>` : '';
  return `<h3 class="govuk-heading-s">${encode(o.name)}${note}</h3><ul class="ds-people">${o.people.map(person).join('')}</ul>`;
}

function person(p) {
  const held = (p.roles ?? []).map((r) => roles[r] ?? r).join(', ') || 'no role';
  return `<li><button class="ds-person" name="person" value="${encode(p.subject)}"><b>${encode(p.name)}</b><span>${encode(held)}</span></button></li>`;
}

/** Two columns of about the same length, in order. */
function halves(organisations) {
  const lines = (list) => list.reduce((sum, o) => sum + o.people.length + 2, 0);
  let cut = 1;
  while (cut < organisations.length && lines(organisations.slice(0, cut)) < lines(organisations) / 2) { cut += 1; }
  return [organisations.slice(0, cut), organisations.slice(cut)].filter((half) => half.length > 0);
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) { groups.set(key(item), [...(groups.get(key(item)) ?? []), item]); }
  return groups;
}

const page = (title, styles, content) => `<!doctype html>
<html lang="en-GB" class="govuk-template">
  <head>
    <meta charset="utf-8">
    <title>${encode(title)} – DataSharing</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <link rel="icon" href="data:,">
    ${styles.map((address) => `<link rel="stylesheet" href="${address}">`).join('\n    ')}
  </head>
  <body class="govuk-template__body ds-dense">
    <a href="#main" class="govuk-skip-link">Skip to main content</a>
    <header class="govuk-generic-header ds-header">
      <div class="govuk-width-container">
        <div class="govuk-generic-header__logo"><span class="govuk-generic-header__homepage-link">Data<b>Sharing</b></span></div>
        <p class="ds-who">Demonstration sign-in</p>
      </div>
    </header>
    <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main">${content}</main></div>
  </body>
</html>`;
