export type Role = 'viewer' | 'commenter' | 'editor' | 'member';
