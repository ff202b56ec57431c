// Administration has the officers' shell: the same head, keys and session.
export { default } from '../(officer)/layout'
