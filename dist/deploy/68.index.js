export const id = 68;
export const ids = [68];
export const modules = {

/***/ 5068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uploadOriginFrom: () => (/* binding */ uploadOriginFrom)
/* harmony export */ });
/**
 * Where the package comes from, for the Deployments page: branch and repository from the runner's variables, and, with a
 * token, the author of the commit and the release of the tag from GitHub. Whatever cannot be had is left out.
 */
async function uploadOriginFrom(env, token, log) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_REF_NAME: ref, GITHUB_REF_TYPE: type } = env;
    const source = server && repository ? `${server}/${repository}` : undefined;
    const origin = {
        ...(ref && { branch: ref }),
        ...(source && { identifier: source }),
        ...(source && ref && type === 'tag' && { releasepath: `${source}/releases/tag/${encodeURIComponent(ref)}` }),
    };
    if (!token || !repository || !env.GITHUB_SHA)
        return origin;
    try {
        return { ...origin, ...(await askGitHub(token, repository, env.GITHUB_SHA, type === 'tag' ? ref : undefined)) };
    }
    catch (error) {
        log.debug(`GitHub did not tell author and release: ${error instanceof Error ? error.message : String(error)}`);
        return origin;
    }
}
async function askGitHub(token, repository, sha, tag) {
    // Loaded here: most runs never need GitHub's client.
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const { repos } = getOctokit(token, { request: { timeout: 10_000 } }).rest;
    const [owner = '', repo = ''] = repository.split('/');
    const { data } = await repos.getCommit({ owner, repo, ref: sha });
    const release = tag
        ? await repos.getReleaseByTag({ owner, repo, tag }).then((answer) => answer.data, () => undefined)
        : undefined;
    const developer = data.commit.author?.email;
    return {
        ...(developer && { developer }),
        ...(release && { isprerelease: release.prerelease, releasepath: release.html_url }),
    };
}


/***/ })

};
