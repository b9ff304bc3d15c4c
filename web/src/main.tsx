import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/styles/native.css';
import './style.css';
import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { LocationProvider } from 'preact-iso';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import './components/elements.ts';
import { overlaysSoon } from './components/overlays.ts';
import { askAhead } from './frame/ahead.ts';
import { registerIcons } from './icons.ts';
import { watchAttendance } from './lib/attendance.ts';
import { followColorScheme } from './lib/color-scheme.ts';
import { reloadForNewVersion } from './lib/new-version.ts';

registerIcons();
followColorScheme();
watchAttendance();
reloadForNewVersion();

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no place for the app');
askAhead(location.pathname)
  .then(() => {
    render(
      <QueryClientProvider client={queryClient}>
        <LocationProvider>
          <App />
        </LocationProvider>
      </QueryClientProvider>,
      root,
    );
    overlaysSoon();
  })
  .catch(reportError);
