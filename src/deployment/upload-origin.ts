/** Where an uploaded package comes from, as the older action told it (spec 2.1); everything is optional. */
export type UploadOrigin = {
  branch?: string;
  /** Address of the source repository. */
  identifier?: string;
  isprerelease?: boolean;
  /** E-mail address of the commit's author. */
  developer?: string;
  /** Address of the release or tag. */
  releasepath?: string;
};
