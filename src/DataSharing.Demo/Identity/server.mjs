// The demo's OpenID provider: oidc-provider, with a page on which a person is chosen instead of a password typed.
// Its settings are in the variable DEMO_IDENTITY, as JSON: port, portal (origins), portalKey, and the files people, styles and keys.
import { createServer } from 'node:http';
import { createHash, createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Provider } from 'oidc-provider';
import { peoplePage, signOutPage, errorPage } from './pages.mjs';

const settings = JSON.parse(process.env.DEMO_IDENTITY);
const issuer = `http://localhost:${settings.port}`;
const world = JSON.parse(readFileSync(settings.people, 'utf8'));
const people = new Map(
  [...world.organisations.flatMap((o) => o.people), ...world.withoutOrganisation].map((p) => [p.subject, p]),
);
const styles = new Map(settings.styles.map((file, i) => [`/style-${i}.css`, readFileSync(file)]));
const styleAddresses = [...styles.keys()];

const provider = new Provider(issuer, {
  clients: [{
    client_id: 'datasharing',
    jwks: { keys: [portalKey()] },
    redirect_uris: settings.portal.map((origin) => `${origin}/signin-oidc`),
    post_logout_redirect_uris: settings.portal.map((origin) => `${origin}/signout-callback-oidc`),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    backchannel_logout_uri: `${settings.portal.at(-1)}/signout-backchannel`,
    backchannel_logout_session_required: true,
    id_token_signed_response_alg: 'ES256',
    require_auth_time: true,
  }],
  jwks: { keys: [await signingKey()] },
  cookies: { keys: [randomBytes(32).toString('hex')], names: { session: 'idp-session', interaction: 'idp-step', resume: 'idp-resume' } },
  claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  scopes: ['openid', 'profile', 'email'],
  pkce: { required: () => true },
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = signOutPage(form, styleAddresses); } },
  },
  interactions: { url: (_, interaction) => `/people/${interaction.uid}` },
  ttl: { AuthorizationCode: 60, IdToken: 300, Interaction: 3600, Session: 12 * 3600, Grant: 12 * 3600, AccessToken: 300 },
  findAccount: (_, subject) => {
    const person = people.get(subject);
    return person && { accountId: subject, claims: () => ({ sub: subject, name: person.name, email: person.email, email_verified: true }) };
  },
  // The demo asks nobody for consent to sign in to the demo.
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  // The provider refuses to call addresses of this machine, as a real one should; the one portal it serves here is at such an address.
  fetch: (url, { dispatcher, ...options }) =>
    globalThis.fetch(url, settings.portal.includes(new URL(url).origin) ? options : { dispatcher, ...options }),
  renderError: (ctx, out) => { ctx.type = 'html'; ctx.body = errorPage(out, styleAddresses, settings.portal[0]); },
});

// Whoever signs out of the portal has said so once already: the provider's question is answered for them.
provider.use(async (ctx, next) => {
  await next();
  const xsrf = ctx.oidc?.route === 'end_session' && ctx.status === 200 && /name="xsrf" value="([^"]+)"/.exec(ctx.body)?.[1];
  if (xsrf) {
    const set = [ctx.response.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
    const confirmed = await fetch(`http://127.0.0.1:${settings.port}/session/end/confirm`, {
      method: 'POST', redirect: 'manual', body: new URLSearchParams({ xsrf, logout: 'yes' }),
      headers: { cookie: [ctx.get('cookie'), ...set].filter(Boolean).join('; ') },
    });
    if (confirmed.headers.has('location')) {
      ctx.redirect(confirmed.headers.get('location'));
      ctx.set('set-cookie', confirmed.headers.getSetCookie());
    }
  }
});

const provide = provider.callback();

// When somebody else is chosen, oidc-provider hands over with a page that sends itself; this is its script, and no other may run.
const handOverScript = 'sha256-' + createHash('sha256')
  .update("\n    document.addEventListener('DOMContentLoaded', function () { document.forms[0].submit() });\n  ").digest('base64');

const server = createServer(async (request, response) => {
  try {
    const url = new URL(request.url, issuer);
    response.setHeader('Content-Security-Policy',
      `default-src 'none'; style-src 'self'; img-src data:; script-src '${handOverScript}'; form-action 'self' ${settings.portal.join(' ')}; frame-ancestors 'none'; base-uri 'none'`);
    if (styles.has(url.pathname)) {
      response.writeHead(200, { 'Content-Type': 'text/css' }).end(styles.get(url.pathname));
    } else if (url.pathname.startsWith('/people/')) {
      await choosePerson(request, response, url);
    } else {
      provide(request, response);
    }
  } catch (error) {
    // An interaction that ran out or was answered already: start again from the portal.
    response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(errorPage({ error: 'expired', error_description: error.error_description ?? error.message }, styleAddresses, settings.portal[0]));
  }
});

async function choosePerson(request, response, url) {
  const details = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(peoplePage(world, url.pathname, styleAddresses, details.params.login_hint, settings.portal[0]));
    return;
  }

  const accountId = new URLSearchParams(await bodyOf(request)).get('person');
  const result = people.has(accountId)
    ? { login: { accountId, amr: ['user'], remember: false } }
    : { error: 'access_denied', error_description: 'Nobody was chosen' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function bodyOf(request) {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => {
      body += chunk;
      if (body.length > 10_000) { request.destroy(); }
    }).on('end', () => resolve(body)).on('error', reject);
  });
}

/** The portal's key, under its thumbprint (RFC 7638), by which the portal names it. */
function portalKey() {
  const { crv, kty, x, y } = createPublicKey(settings.portalKey).export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { crv, kty, x, y, kid, alg: 'ES256', use: 'sig' };
}

/** The key outlives a restart, so that a portal that still runs needs no new one. */
async function signingKey() {
  if (existsSync(settings.keys)) {
    return JSON.parse(readFileSync(settings.keys, 'utf8'));
  }

  const { privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' };
  writeFileSync(settings.keys, JSON.stringify(key), { mode: 0o600 });
  return key;
}

server.listen(settings.port, '127.0.0.1', () => console.log(`listening on ${issuer}`));
server.on('error', (error) => { console.error(error.message); process.exit(1); });

// We live no longer than the demo that started us: its end of this pipe closes with it.
process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
